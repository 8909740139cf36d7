"""The in-memory twin of the event log, for tests and for a process that keeps nothing."""

import threading
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from aurora.model.event import Event
from aurora.model.execution import Json


class MemoryEvents:
    """An event log that ends with the process; used from any thread."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._changed = threading.Condition()

    def append(
        self,
        type: str,
        *,
        source: str,
        subject: str = "",
        data: Mapping[str, Json] | None = None,
        cause: int | None = None,
    ) -> Event:
        """Keep one event."""
        with self._changed:
            timestamp = datetime.now(UTC).isoformat()
            event = Event(len(self._events) + 1, timestamp, type, source, subject, dict(data or {}), cause)
            self._events.append(event)
            self._changed.notify_all()
        return event

    def since(
        self, seq: int = 0, *, most: int = 1000, types: tuple[str, ...] = (), subject: str = ""
    ) -> tuple[Event, ...]:
        """At most `most` events that come after `seq`."""
        wanted = (
            event
            for event in self._events[seq:]
            if (not types or event.type in types) and subject in ("", event.subject)
        )
        return tuple(event for event, _ in zip(wanted, range(most), strict=False))

    def last(self) -> int:
        """The seq of the newest event; 0 when there is none."""
        with self._changed:
            return len(self._events)

    def chain(self, seq: int) -> tuple[Event, ...]:
        """The events that led to `seq`, first cause first, `seq` itself last; empty when there is no such event."""
        found: list[Event] = []
        next_seq: int | None = seq
        while next_seq is not None and 0 < next_seq <= len(self._events):
            event = self._events[next_seq - 1]
            found.append(event)
            next_seq = event.cause if event.cause is not None and event.cause < event.seq else None
        return tuple(reversed(found))

    def follow(self, seq: int = 0) -> "MemorySubscription":
        """Follow the log from after `seq`."""
        return MemorySubscription(self, self._changed, seq)


class MemorySubscription:
    """Follows a `MemoryEvents` from one place."""

    def __init__(self, log: MemoryEvents, changed: threading.Condition, seq: int) -> None:
        self._log, self._changed, self._seq = log, changed, seq

    def events(self, timeout: float) -> Iterator[Event]:
        """The events after the last one given, until none came for `timeout` seconds."""
        while True:
            deadline = time.monotonic() + timeout
            with self._changed:
                while not (batch := self._log.since(self._seq)) and (left := deadline - time.monotonic()) > 0:
                    self._changed.wait(left)
            if not batch:
                return
            for event in batch:
                self._seq = event.seq
                yield event

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""
