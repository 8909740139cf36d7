"""The files of a journal: the current one, and the older ones beside it, each named by the number of its first event.

`events.jsonl` is whole at every moment, and so is `events.000000000042.jsonl`, or `.jsonl.gz` once it is packed. A
death between two steps of a rotation leaves an event in two files at worst: readers go by the numbers.
"""

import contextlib
import gzip
import io
import json
import math
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from aurora.adapters.process.files import appending
from aurora.adapters.process.room import reserve
from aurora.model.service import LogRule

PACKED = ".gz"
_DRAFT = ".new"
_DAY = 86_400.0
_BATCH = 1 << 20  # bytes that are read at one time
_BLOCK = 1 << 16  # and packed: a thread keeps the room of larger ones for good
_KINDS = {"seq": int, "type": str, "subject": str, "data": dict}
_NUMBERED = b'{"seq": '


def event_of(line: bytes) -> dict[str, Any]:
    """The event of a line; empty for what is none."""
    try:
        event = json.loads(line)
    except ValueError:
        return {}
    known = isinstance(event, dict) and all(isinstance(event.get(key), kind) for key, kind in _KINDS.items())
    return event if known else {}


def first_event(path: Path) -> dict[str, Any]:
    """The first event of the current file; empty when it has none."""
    with _current(path) as file:
        return _begin(file)


def rotate(path: Path, first: int) -> tuple[int, Path]:
    """Let an empty file with room ahead take the place of the current one, whose first event has this number.

    Returns the descriptor of the new one, and where the old one is kept.
    Raises `OSError`, such as on a full disk, with nothing lost: what was begun is finished by the next try.
    """
    draft, kept = path.with_name(path.name + _DRAFT), _named(path, first)
    file = appending(draft, os.O_TRUNC)
    try:
        reserve(file, 0)
        if not _same(path, kept):
            kept.hardlink_to(path)
        draft.replace(path)
    except OSError:
        os.close(file)
        raise
    return file, kept


def older(path: Path) -> dict[int, Path]:
    """The older files by the numbers of their first events, oldest first; the packed one of two."""
    stem, end = re.escape(path.stem), re.escape(path.suffix)
    named = re.compile(rf"{stem}\.(\d+){end}({re.escape(PACKED)})?")
    names = sorted(each.name for each in path.parent.iterdir()) if path.parent.is_dir() else ()
    return {int(found[1]): path.with_name(found[0]) for name in names if (found := named.fullmatch(name))}


def pack(path: Path, rule: LogRule) -> None:
    """Pack the older files, and remove those beyond number and age, but never the newest one, which has the numbers.

    Raises `OSError` on a full disk, with nothing lost.
    """
    for draft in path.parent.glob(f"{path.stem}.*{PACKED}{_DRAFT}"):
        draft.unlink()
    for first in older(path):
        plain = _named(path, first)
        if rule.compress and plain.exists() and not _same(plain, path):
            _pack(plain)
    kept, now = list(older(path).values()), time.time()
    for number, each in enumerate(kept[:-1]):
        if number < len(kept) - rule.files or now - each.stat().st_mtime > rule.days * _DAY:
            each.unlink()


def unpacked(path: Path) -> bool:
    """Whether there is something to pack."""
    return any(each.suffix != PACKED for each in older(path).values())


def after(path: Path, seq: int) -> Iterator[dict[str, Any]]:
    """The events after a number, in order, each once, from as many files as there are; half a line is left."""
    for events in follow(path, seq):
        if not events:
            return
        yield from events


def follow(path: Path, seq: int) -> Iterator[list[dict[str, Any]]]:
    """The events after a number, in order, each once, without an end: nothing new is an empty list.

    A file that was rotated meanwhile is read to its end before the next one.
    """
    while True:
        with _current(path) as current:
            for events in _batches(path, current, seq):
                seq = events[-1]["seq"] if events else seq
                yield events


def _batches(path: Path, current: IO[bytes], seq: int) -> Iterator[list[dict[str, Any]]]:
    """What comes after a number in the older files and in this one, for as long as it is the current one."""
    for file in _between(path, current, seq):
        with file:
            while events := _next(file, seq):
                seq = events[-1]["seq"]
                yield events
    place = 0
    while True:
        replaced = not _is(current, path)  # before reading: what is written to it was written before
        if current.seek(0, os.SEEK_END) < place:
            place = 0
        current.seek(place)
        events = _next(current, seq)
        place = current.tell()
        seq = events[-1]["seq"] if events else seq
        if replaced and not events:
            return
        yield events


def _between(path: Path, current: IO[bytes], seq: int) -> Iterator[IO[bytes]]:
    """The older files that may have events after a number."""
    if _begin(current).get("seq", math.inf) <= seq + 1:
        return
    firsts = list(older(path))
    begin = max([number for number, first in enumerate(firsts) if first <= seq + 1], default=0)
    for first in firsts[begin:]:
        yield _opened(path, first)


def _opened(path: Path, first: int) -> IO[bytes]:
    """An older file, which may be packed or removed this moment."""
    with contextlib.suppress(FileNotFoundError):
        return _named(path, first).open("rb")
    with contextlib.suppress(FileNotFoundError):
        return cast("IO[bytes]", gzip.GzipFile(_named(path, first, PACKED)))
    return io.BytesIO()


def _next(file: IO[bytes], seq: int) -> list[dict[str, Any]]:
    """The next events after a number, about as many as fit a batch; the file is then behind the last whole line."""
    found, size, place = list[dict[str, Any]](), 0, file.tell()
    while size < _BATCH or not found:
        line = file.readline()
        if not line.endswith(b"\n"):
            file.seek(place)
            break
        size, place = size + len(line), place + len(line)
        if _number(line) > seq and (event := event_of(line)) and event["seq"] > seq:
            found.append(event)
            seq = event["seq"]
    return found


def _number(line: bytes) -> float:
    """The number of an event without reading the rest of it; endless when it stands elsewhere."""
    text = line[len(_NUMBERED) : line.find(b",")]
    return int(text) if line.startswith(_NUMBERED) and text.isdigit() else math.inf


def _begin(file: IO[bytes]) -> dict[str, Any]:
    file.seek(0)
    return next(filter(None, map(event_of, file)), {})


def _pack(plain: Path) -> None:
    target = plain.with_name(plain.name + PACKED)
    draft = target.with_name(target.name + _DRAFT)
    facts = plain.stat()
    try:
        with plain.open("rb") as given, draft.open("wb") as file:
            with gzip.GzipFile(plain.name, "wb", 6, file, mtime=facts.st_mtime) as packed:
                while part := given.read(_BLOCK):
                    packed.write(part)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    os.utime(draft, (facts.st_atime, facts.st_mtime))
    draft.replace(target)
    plain.unlink()


def _named(path: Path, first: int, packed: str = "") -> Path:
    return path.with_name(f"{path.stem}.{first:012}{path.suffix}{packed}")


def _current(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except FileNotFoundError:
        return io.BytesIO()


def _is(file: IO[bytes], path: Path) -> bool:
    """Whether a file that was opened has this name now."""
    there = isinstance(file, io.BufferedReader)
    try:
        facts = path.stat()
    except FileNotFoundError:
        return not there
    return there and os.path.samestat(os.fstat(file.fileno()), facts)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except FileNotFoundError:
        return False
