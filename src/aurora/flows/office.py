"""Where jobs are handed over and done, opened when it is first needed."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.store.copied import Copied
from aurora.components.processing.worker_pool import Executor
from aurora.contracts.events import EventLog
from aurora.contracts.jobs import Handler, JobQueue
from aurora.model.errors import StoreError


@dataclass(frozen=True, slots=True)
class Office:
    """The queue, the log of events, and what works on them, over one database."""

    queue: JobQueue
    events: EventLog
    executor: Callable[[Mapping[str, Handler], int], Executor]  # handlers and slots
    backup: Callable[[Path], Copied]
    close: Callable[[], None]


class Door:
    """Opens the office once; used from any thread."""

    def __init__(self, open_office: Callable[[], Office], restore: Callable[[Path, bool], Copied]) -> None:
        self._open, self.restore = open_office, restore
        self._office: Office | None = None
        self._lock = threading.Lock()

    def __call__(self) -> Office:
        """The office; raises `StoreError` when its database cannot be opened."""
        with self._lock:
            if self._office is None:
                self._office = self._open()
            return self._office

    def close(self) -> None:
        """Close what was opened; may be called twice."""
        with self._lock:
            office, self._office = self._office, None
        if office is not None:
            office.close()


def closed_door() -> Door:
    """The door of a process that has no database."""

    def refuse(*_facts: object) -> None:
        raise StoreError("this process has no database.")

    return Door(refuse, refuse)  # type: ignore[arg-type]
