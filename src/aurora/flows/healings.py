"""What Luminar and the systems do, in the log of events: read from their journals -> appended once -> heard by all."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aurora.adapters.process.tail import Tail
from aurora.contracts.events import EventLog
from aurora.model.errors import StoreError

SOURCE = "luminar"
_PAUSE = 0.2  # seconds between two looks at the journal
_KNOWN = 1000  # events whose number in the log is known, as causes


class Copy:
    """Copies the journal below a folder into the log; of several processes one does.

    `data.luminar_seq` (`data.journal_seq` of another source) is the event's number in the journal, so that an event is
    found again after a crash between appending and marking.
    """

    def __init__(self, folder: Path, log: Callable[[], EventLog], source: str = SOURCE) -> None:
        self._tail = Tail(folder / "events.jsonl", folder / "mirrored")
        self._log, self._source = log, source
        self._key = "luminar_seq" if source == SOURCE else "journal_seq"
        self._numbers: OrderedDict[int, int] | None = None  # journal -> log
        self._waiting: deque[dict[str, Any]] = deque()

    def close(self) -> None:
        """Let another process copy."""
        self._tail.close()

    def pour(self) -> int:
        """Append what is new in the journal; returns how many events that were. Raises `StoreError`, `OSError`."""
        if not self._tail.holds():
            return 0
        count, log = 0, self._log()
        numbers = self._numbers = self._found(log) if self._numbers is None else self._numbers
        done = max([self._tail.reached, *numbers])
        self._waiting.extend(self._tail.read(done))
        while self._waiting:
            event = self._waiting[0]
            if event["seq"] > done:
                self._append(log, numbers, event)
                count += 1
            self._waiting.popleft()
        return count

    def _append(self, log: EventLog, numbers: OrderedDict[int, int], event: dict[str, Any]) -> None:
        facts = {**event["data"], self._key: event["seq"], "at": event.get("timestamp")}
        cause = numbers.get(event.get("cause") or 0)
        made = log.append(event["type"], source=self._source, subject=event["subject"], data=facts, cause=cause)
        numbers[event["seq"]] = made.seq
        if len(numbers) > _KNOWN:
            numbers.popitem(last=False)
        self._tail.reach(event["seq"])

    def _found(self, log: EventLog) -> OrderedDict[int, int]:
        """The numbers of what was copied last, journal -> log."""
        last = log.since(max(0, log.last() - _KNOWN), most=_KNOWN)
        copied = ((event.data.get(self._key), event.seq) for event in last if event.source == self._source)
        return OrderedDict((number, seq) for number, seq in copied if isinstance(number, int))


class Healings:
    """Follows the journal of Luminar below `folder`, and those of the systems below `systems`, while it is open."""

    def __init__(self, folder: Path, log: Callable[[], EventLog], systems: Path | None = None) -> None:
        self._log, self._systems = log, systems
        self._copies = {SOURCE: Copy(folder, log)}
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="aurora-healings", daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def close(self) -> None:
        """End."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()
        for copy in self._copies.values():
            copy.close()

    def pour(self) -> int:
        """Append what is new in the journals; returns how many events that were. Raises `StoreError`, `OSError`."""
        for path in sorted(self._systems.glob("*/events.jsonl")) if self._systems else ():
            name = path.parent.name
            if name not in self._copies:
                self._copies[name] = Copy(path.parent, self._log, name)
        return sum(copy.pour() for copy in self._copies.values())

    def _follow(self) -> None:
        while not self._closing.wait(_PAUSE):
            try:
                self.pour()
            except (StoreError, OSError):
                continue  # the database or disk is away: the journals wait
