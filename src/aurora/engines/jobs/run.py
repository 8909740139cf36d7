"""One job while it runs: its journal, its fencing token, and the way to stop it."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import Any, Protocol, TypeVar

from aurora.contracts.jobs import JobStore
from aurora.model.errors import (
    BusyStoreError,
    CancelledJobError,
    DeadlockError,
    LostJobError,
    StoreError,
    UnreachableStoreError,
)
from aurora.model.execution import Json
from aurora.model.progress import Progress

T = TypeVar("T")
_AWAY_SECONDS, _AGAIN_SECONDS = 120.0, 0.25
_TELL_SECONDS = 0.5  # progress is stored at most so often


class Journaled(Protocol):
    """Does a step and keeps its answer, or gives the answer that was kept."""

    def __call__(self, name: str, work: Callable[[], Json]) -> Json:
        """The answer."""


class Run:
    """A `Journal`; used by the thread of the job, stopped from any."""

    def __init__(
        self,
        id: str,
        slot: int,
        token: str,
        store: JobStore,
        journaled: Journaled,
        permits: AbstractContextManager[Any],
    ) -> None:
        self.id, self.slot, self.token, self.words = id, slot, token, ""  # `words` say why it failed
        self._store, self._journaled, self._permits = store, journaled, permits
        self._names: set[str] = set()
        self._told = 0.0
        self._stop: type[CancelledJobError | LostJobError] | None = None
        self._lock = threading.Lock()

    def step(self, name: str, work: Callable[[], Json]) -> Json:
        """Do `work` unless the journal has its answer."""
        self._begin(name)
        return self._journaled(name, work)

    def effect(self, name: str, work: Callable[[Any], Json]) -> Json:
        """Do `work` once, in the transaction that notes its answer; refused when the job is no longer ours."""
        self._begin(name)

        def once() -> Json:
            return self._store.effect(self.id, name, self.token, work)

        return self._journaled(name, lambda: self.patiently(once))

    def watch(self, progress: Progress) -> None:
        """Tell progress; raises when the job was cancelled or taken over."""
        self.check()
        now = time.monotonic()
        if now - self._told >= _TELL_SECONDS:
            self._told = now
            with suppress(StoreError):
                self._store.told(self.id, progress)

    def cpu(self) -> AbstractContextManager[Any]:
        """Hold a permit for work that keeps a processor busy."""
        return self._permits

    def check(self) -> None:
        """Raise when the job was cancelled or taken over."""
        if self._stop is not None:
            raise self._stop(self.id)

    def stop(self, why: type[CancelledJobError | LostJobError]) -> None:
        """Make the job end at its next step or sign of progress; what it runs in the sandbox is killed."""
        with self._lock:
            self._stop = self._stop or why

    def patiently(self, write: Callable[[], T]) -> T:
        """Write what may be written twice; while the database is away or busy, wait for it as long as two minutes."""
        deadline = time.monotonic() + _AWAY_SECONDS
        while True:
            self.check()
            try:
                return write()
            except (UnreachableStoreError, BusyStoreError, DeadlockError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(_AGAIN_SECONDS)

    def _begin(self, name: str) -> None:
        if name in self._names:
            raise ValueError(
                f"two steps of job {self.id} have the name {name!r}; the journal could not tell them apart"
            )
        self._names.add(name)
        self.check()
