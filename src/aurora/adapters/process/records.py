"""What a supervisor must know of a service after its own death: one small file each, replaced in one step."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from aurora.adapters.process.syncing import Syncing

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
    number: int = 0  # grows with every change


class Records:
    """A folder of records; survives the death of the process at any moment.

    What is wanted is on the disk a moment after it changed; pids and the like mean nothing after a power cut.
    """

    def __init__(self, folder: Path, syncing: Syncing | None = None) -> None:
        self._folder = folder
        self._syncing = syncing or Syncing()
        self._wanted: dict[str, bool] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def read(self) -> dict[str, Record]:
        """All records by name; a file that is no record is passed over (its service counts as never started)."""
        found = {}
        for path in sorted(self._folder.glob("*.json")):
            record = _read(path)
            if record is not None:
                found[record.name] = record
                self._wanted[record.name] = record.wanted
        return found

    def write(self, record: Record) -> None:
        """Put a record in the place of the earlier one of this service."""
        path = self._folder / f"{record.name}.json"
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps(asdict(record)), "utf-8")
        draft.replace(path)
        if self._wanted.get(record.name) != record.wanted:
            self._wanted[record.name] = record.wanted
            self._syncing.wrote(path, self._folder)

    def close(self) -> None:
        """Wait until what is wanted is on the disk."""
        self._syncing.settle()

    def forget(self, name: str) -> None:
        """A service is no longer one of ours."""
        (self._folder / f"{name}.json").unlink(missing_ok=True)
        self._wanted.pop(name, None)


def _read(path: Path) -> Record | None:
    try:
        return record_of(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError):
        return None


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
