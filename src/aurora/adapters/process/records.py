"""What a supervisor must know of its services after its own death: a line for each change."""

import contextlib
import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from aurora.adapters.process.files import appending
from aurora.adapters.process.identity import Identity
from aurora.adapters.process.syncing import Syncing

FORGOTTEN = "forgotten"  # key of a line that says that a service is no longer one of ours
SHORT = 1 << 16  # bytes that the file may always have
KEPT = "record.kept"  # an event: a record that a full disk did not take


@dataclass(frozen=True, slots=True)
class Record:
    """The last that was known of a service.

    `pid` 0 with a token: a start was meant, and perhaps happened, `ticks` after the boot or later.
    """

    name: str
    wanted: bool = False
    epoch: int = 0
    token: str = ""
    pid: int = 0
    ticks: int = 0
    boot: str = ""
    port: int = 0
    failures: int = 0
    trips: int = 0
    phase: str = ""  # where it stays until something happens to it; empty while it is on its way
    why: str = ""
    off: str = ""  # features, one a line
    plan: str = ""  # why a restart is held for a quiet moment
    heard: int = 0  # the epoch of the last instance that said by itself that it is ready
    number: int = 0  # grows with every change

    @property
    def who(self) -> Identity:
        """The process of the last instance."""
        return Identity(self.pid, self.ticks, self.boot)


NAMES = tuple(each.name for each in fields(Record))


class Records:
    """A file to which every change is appended as a line: of a service the last one counts.

    It survives the death of the process at any moment, and is written anew, in one step, when it is long. What is
    wanted is on the disk itself a moment after it changed; pids and the like mean nothing after a power cut.
    """

    def __init__(self, path: Path, syncing: Syncing | None = None) -> None:
        self._path = path
        self._syncing = syncing or Syncing()
        self._known = _read(path)
        self._file, self._size, self._longest = -1, 0, -1
        path.parent.mkdir(parents=True, exist_ok=True)

    def read(self) -> dict[str, Record]:
        """All records by name; a line that is no record is passed over (its service counts as never started)."""
        return dict(self._known)

    def write(self, record: Record) -> None:
        """Put a record in the place of the earlier one of this service; raises `OSError` on a full disk."""
        before = self._known.get(record.name)
        self._append(_facts(record))
        self._known[record.name] = record
        if before is None or before.wanted != record.wanted:
            self._syncing.wrote(self._path)

    def forget(self, name: str) -> None:
        """A service is no longer one of ours."""
        if self._known.pop(name, None) is not None:
            with contextlib.suppress(OSError):  # a full disk: gone with the next file
                self._append({FORGOTTEN: name})
                self._syncing.wrote(self._path)

    def close(self) -> None:
        """Wait until what is wanted is on the disk."""
        self._syncing.settle()
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _append(self, facts: Mapping[str, object]) -> None:
        if self._file < 0:
            self._file, self._size = _opened(self._path)
            self._syncing.wrote(self._path.parent)
        if self._size > self._longest:
            self._write_anew()
        line = json.dumps(facts).encode() + b"\n"
        written = os.write(self._file, line)
        if written < len(line):
            os.ftruncate(self._file, self._size)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._size += written

    def _write_anew(self) -> None:
        """Write what is known to a new file; on a full disk the old one goes on."""
        text = b"".join(json.dumps(_facts(each)).encode() + b"\n" for each in self._known.values())
        self._longest = max(SHORT, self._size, 4 * len(text))
        draft = self._path.with_suffix(".new")
        with contextlib.suppress(OSError):
            draft.write_bytes(text)
            os.close(self._file)  # on Windows nothing takes the place of an open file
            self._file = -1
            with contextlib.suppress(OSError):
                draft.replace(self._path)
                self._longest = max(SHORT, 4 * len(text))
            self._file, self._size = _opened(self._path)
            self._syncing.wrote(self._path, self._path.parent)


def _facts(record: Record) -> dict[str, object]:
    """What `asdict` tells, in a fifth of the time."""
    return {name: getattr(record, name) for name in NAMES}


def _opened(path: Path) -> tuple[int, int]:
    """A file to append to, and its size without half a line that a death left at its end."""
    file = appending(path)
    text = path.read_bytes()
    size = text.rfind(b"\n") + 1
    if size < len(text):
        os.ftruncate(file, size)
    return file, size


def _read(path: Path) -> dict[str, Record]:
    found = dict[str, Record]()
    for given in _given(path):
        record = record_of(given)
        if record:
            found[record.name] = record
        elif isinstance(given, dict):
            found.pop(str(given.get(FORGOTTEN)), None)
    return found


def _given(path: Path) -> Iterator[Any]:
    """What stands in the lines of a file; without one, in the files of one line each that an earlier version left."""
    paths = [path] if path.exists() else sorted((path.parent / "services").glob("*.json"))
    for each in paths:
        with contextlib.suppress(OSError):
            for line in each.read_bytes().splitlines():
                with contextlib.suppress(ValueError):
                    yield json.loads(line)


def record_of(given: Any) -> Record | None:
    """The record that is said by an object of JSON; None when it is none."""
    try:
        known = {each.name: given.get(each.name, each.default) for each in fields(Record)}
    except AttributeError:
        return None
    kinds = {"str": str, "bool": bool, "int": int}
    if not all(
        type(known[each.name]) is kinds[str(getattr(each.type, "__name__", each.type))] for each in fields(Record)
    ):
        return None
    return Record(**known)


def newest(known: dict[str, Record], events: Iterable[Mapping[str, Any]]) -> dict[str, Record]:
    """The records, of those in files and those that a full disk sent to the journal, whichever changed last."""
    found = dict(known)
    for record in (record_of(event["data"].get("record")) for event in events if event["type"] == KEPT):
        if record and record.number > found.get(record.name, Record(record.name)).number:
            found[record.name] = record
    return found
