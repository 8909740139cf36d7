"""The log of events: append, read on from where one stopped, and follow what comes."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from aurora.model.event import Event
from aurora.model.execution import Json


class Subscription(AbstractContextManager["Subscription"], Protocol):
    """Follows the log from one place; leaving the context ends it."""

    def events(self, timeout: float) -> Iterator[Event]:
        """The events after the last one given, in the order of the log, until none came for `timeout` seconds."""


class EventLog(Protocol):
    """An append-only log that outlives the process. Implementations: the store's table, an in-memory twin."""

    def append(
        self,
        type: str,
        *,
        source: str,
        subject: str = "",
        data: Mapping[str, Json] | None = None,
        cause: int | None = None,
    ) -> Event:
        """Keep one event; when this returns it survives a power cut. Raises `StoreError` when it could not."""

    def since(
        self, seq: int = 0, *, most: int = 1000, types: tuple[str, ...] = (), subject: str = ""
    ) -> tuple[Event, ...]:
        """At most `most` events that come after `seq` in the log; none of them is ever passed over."""

    def last(self) -> int:
        """The seq that the log ends with now; 0 when it is empty."""

    def chain(self, seq: int) -> tuple[Event, ...]:
        """The events that led to `seq`, first cause first, `seq` itself last; empty when there is no such event."""

    def follow(self, seq: int = 0) -> Subscription:
        """Follow the log from after `seq`."""
