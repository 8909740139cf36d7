"""The events of supervision as lines of a file, each with its number and the number of what led to it."""

import contextlib
import json
import os
import time
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any

from aurora.adapters.process import segments
from aurora.adapters.process.files import appending, read_at
from aurora.adapters.process.room import AHEAD, reserve
from aurora.adapters.process.syncing import Syncing
from aurora.model.service import JOURNAL, LogRule

ROOTS = frozenset({"service.started", "service.stopped", "service.failed", "service.hung", "service.breached"})
ASKED = frozenset({"service.restarting", "service.changed"})  # after which an instance gives way to another
UNANSWERED = frozenset({"service.failed", "heal.decided"})
LAST = 1000  # events that are kept at hand
TAIL = 1 << 21  # bytes at the end of the file in which they are looked for
MOST = 20_000  # events that may wait for room on the disk, before the oldest of them are lost
MARK = "journal.waiting"  # no event but a line with the number of the last one: what came then waits for room
MARGIN = 256  # bytes of the room that are kept for it
LOST = "journal.lost"  # an event: others before it could not be written
_DAY = 86_400.0
ENDS = frozenset({"service.failed", "service.stopped", "service.done"})  # of an instance
ADDED = "service.added"  # its instances are counted anew from there


class Journal:
    """Appends events; a line that was cut off by the death of the writer is mended at the next opening.

    The file has room for some hundred events ahead, so that a full disk does not part what happens from what is told.
    When that is used up they wait in memory, in order, and are told to nobody; `flush` tries again. That they wait is
    marked in the file, for which there is room: when this process dies with them, the next opening says that they are
    lost. A file that is long or old by its rule is rotated between two events, and packed beside whoever appends. What
    the kernel has outlives this process; it is on the disk a moment later (`Syncing`), and after `close`.
    """

    def __init__(
        self, path: Path, source: str = "luminar", rule: LogRule = JOURNAL, syncing: Syncing | None = None
    ) -> None:
        self._source = source
        self._syncing = syncing or Syncing()
        self._path, self.rule = path, rule
        path.parent.mkdir(parents=True, exist_ok=True)
        self._chains: dict[str, int] = {}
        self.recent: deque[dict[str, Any]] = deque(maxlen=LAST)
        self.seq = self.told = 0  # numbers of the last event, and of the last one that is in the file
        self._waiting: deque[tuple[int, bytes]] = deque()  # what is not in the file yet
        self._marked = False  # whether the file says so
        self._first = 0  # number of the first event of the current file, if it has one
        self._begun = 0.0  # when that was, in seconds since the epoch
        self._size = 0  # bytes of the current file
        self._room = 0  # bytes up to which it may grow on a full disk
        self._packing: Thread | None = None
        self._file = appending(path)
        self._recover()
        self._reserve(0)
        self._syncing.wrote(path.parent)
        self._pack()
        if self._marked:
            why = "the disk was full, and who had them in memory ended before there was room"
            self.append(LOST, "journal", {"first": self.seq + 1, "count": None, "why": why})

    def append(self, type: str, subject: str, data: Mapping[str, object], after: str = "") -> dict[str, Any]:
        """Write one event, led to by the last one about `after` (or the subject).

        It is in the hands of the kernel when this returns, unless the disk is full.
        """
        now = datetime.now(UTC)
        if self._due(now) and self.flush():
            self._rotate()
        event = self._event(self.seq + 1, now, type, subject, data, self._cause(type, after or subject))
        self._waiting.append((event["seq"], _line(event)))
        self._remember(event)
        if not self._first:
            self._first, self._begun = self.seq, now.timestamp()
        if not self.flush() and len(self._waiting) > MOST:
            self._lose(now)
        return event

    def flush(self) -> bool:
        """Write what waits; whether nothing waits any more."""
        while self._waiting:
            line = self._waiting[0][1]
            if not (self._reserve(len(line)) and self._put(line)):
                self._mark()
                return False
            self.told, _ = self._waiting.popleft()
            self._marked = False
        return True

    def has_ended(self, subject: str, epoch: int) -> bool:
        """Whether the end of an instance is among the events at hand; those of a service that is new count anew."""
        for event in reversed(self.recent):
            if event["subject"] != subject:
                continue
            if event["type"] == ADDED:
                return False
            if event["type"] in ENDS and event.get("data", {}).get("epoch") == epoch:
                return True
        return False

    def newest(self) -> list[dict[str, Any]]:
        """The last events, as far as they are at hand and in the file."""
        return [event for event in self.recent if event["seq"] <= self.told]

    def since(self, seq: int) -> list[dict[str, Any]]:
        """The next events after a number, at most `LAST`; the older ones from the files that there still are."""
        if not self.recent or seq + 1 >= self.recent[0]["seq"]:
            return [event for event in self.newest() if event["seq"] > seq]
        return list(islice(segments.after(self._path, seq), LAST))

    def close(self) -> None:
        """No more events."""
        os.close(self._file)
        self._syncing.settle()
        if self._packing:
            self._packing.join()

    def _due(self, now: datetime) -> bool:
        return self._first > 0 and (
            self._size > self.rule.size_mb * 2**20 or now.timestamp() - self._begun > self.rule.every * _DAY > 0
        )

    def _rotate(self) -> None:
        """Go on in an empty file; when that cannot be made, in this one."""
        with contextlib.suppress(OSError):
            file, kept = segments.rotate(self._path, self._first)
            self._syncing.wrote(kept, self._path.parent)
            os.ftruncate(self._file, os.fstat(self._file).st_size)  # it needs its room no more
            os.close(self._file)
            self._file, self._first, self._size, self._room = file, 0, 0, AHEAD
            self._pack()

    def _reserve(self, size: int) -> bool:
        """Look for room well ahead, or else for so many bytes and a mark; whether there is room for those."""
        for ahead, least in ((AHEAD, AHEAD // 2), (size + MARGIN, size + MARGIN)):
            if self._size + least > self._room:
                with contextlib.suppress(OSError):  # a full disk: the next event tries again
                    reserve(self._file, self._size, ahead)
                    self._room = self._size + ahead
        return self._size + size + MARGIN <= self._room

    def _put(self, line: bytes) -> bool:
        """Write a line, wholly or not at all; whether it was written."""
        try:
            written = os.write(self._file, line)
            if written < len(line):
                os.ftruncate(self._file, self._size)
                return False
        except OSError:
            return False
        self._size += written
        self._syncing.wrote(self._path)
        return True

    def _mark(self) -> None:
        """Say in the file that events wait, for which there is room, where systems know such."""
        if not self._marked:
            mark = self._event(self.told, datetime.now(UTC), MARK, "journal", {}, None)
            self._marked = self._put(_line(mark))

    def _lose(self, now: datetime) -> None:
        """Let the oldest events go that wait, and say so in the place of the last one."""
        self._waiting.popleft()
        last, _ = self._waiting.popleft()
        facts = {"first": self.told + 1, "count": last - self.told, "why": "the disk was full, and so was the memory"}
        self._waiting.appendleft((last, _line(self._event(last, now, LOST, "journal", facts, None))))

    def _event(
        self, seq: int, now: datetime, type: str, subject: str, data: Mapping[str, object], cause: int | None
    ) -> dict[str, Any]:
        return {
            "seq": seq,
            "timestamp": now.isoformat(timespec="milliseconds"),
            "type": type,
            "source": self._source,
            "subject": subject,
            "data": dict(data),
            "cause": cause,
        }

    def _pack(self) -> None:
        """Start the packing of what is not packed yet, beside this thread; while some is under way, the next time."""
        if segments.unpacked(self._path) and not (self._packing and self._packing.is_alive()):
            self._packing = Thread(target=_packed, args=(self._path, self.rule), daemon=True)
            with contextlib.suppress(RuntimeError):  # so many threads may run and no more
                self._packing.start()

    def _cause(self, type: str, subject: str) -> int | None:
        """The last event about the subject, unless this one begins a story."""
        last = self._chains.get(subject)
        return None if type in ROOTS and not self._goes_on(type, last) else last

    def _goes_on(self, type: str, last: int | None) -> bool:
        """Whether what may begin a story goes on with one: a failure of what ran, or a start that was asked for.

        A start follows from a failure, too, that an earlier supervisor told of and did not come to answer.
        """
        before = next((each for each in reversed(self.recent) if each["seq"] == last), {"type": "", "cause": None})
        if type == "service.failed":
            return before["type"] in ROOTS
        return before["type"] in ASKED or (
            type == "service.started"
            and (before["type"] in UNANSWERED or (before["type"] == "service.stopped" and before["cause"] is not None))
        )

    def _remember(self, event: dict[str, Any]) -> None:
        self.seq = event["seq"]
        self._chains[event["subject"]] = self.seq
        self.recent.append(event)

    def _recover(self) -> None:
        size = os.lseek(self._file, 0, os.SEEK_END)
        begin = max(0, size - TAIL)
        text = read_at(self._file, TAIL, begin)
        self._size = begin + text.rfind(b"\n") + 1
        if self._size < size:
            os.truncate(self._path, self._size)
        events = deque(filter(None, map(segments.event_of, text.splitlines()[-LAST:])), LAST)
        self._marked = bool(events) and events[-1]["type"] == MARK
        for first in reversed(segments.older(self._path)):
            if len(events) >= LAST:
                break
            events = deque(segments.after(self._path, first - 1), LAST)
        for event in events:
            if event["type"] != MARK:
                self._remember(event)
        self.told = self.seq
        begins = segments.first_event(self._path)
        self._first, self._begun = begins.get("seq", 0), _moment(begins)


def _line(event: Mapping[str, Any]) -> bytes:
    return (json.dumps(event, ensure_ascii=False) + "\n").encode()


def _moment(event: Mapping[str, Any]) -> float:
    """When an event was, in seconds since the epoch; now when it does not say."""
    try:
        return datetime.fromisoformat(event["timestamp"]).timestamp()
    except (KeyError, TypeError, ValueError):
        return time.time()


def _packed(path: Path, rule: LogRule) -> None:
    with contextlib.suppress(OSError):  # a full disk: the next rotation tries again
        segments.pack(path, rule)
