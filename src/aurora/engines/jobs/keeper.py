"""What an executor does besides jobs: keep its lease, take over from the dead, hear of cancellations, drop the old."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from aurora.contracts.jobs import JobStore
from aurora.model.errors import AuroraError

_TICK = 0.2
_LEAVE_SECONDS = 5.0
_STOOD_SECONDS = 3 * _TICK  # a shorter time between two renewals says nothing


@dataclass(frozen=True, slots=True)
class Care:
    """How patient an executor is; all in seconds."""

    beat: float = 1.0  # a lease is renewed so often
    patience: float = 6.0  # silence after which an executor is dead
    deaths: int = 3  # processes that may die with a job before it is parked
    keep: float = 30 * 86_400.0  # how long ended jobs are kept; 0 is for ever
    sweep: float = 60.0  # how often old jobs are dropped
    batch: int = 1000  # and how many at a time


class Keeper:
    """One thread of an executor; `on_lost` is called once when the executor was taken for dead."""

    def __init__(
        self,
        executor: str,
        store: JobStore,
        care: Care,
        *,
        hear: Callable[[], None],
        doing: Callable[[], list[str]],
        drop: Callable[[list[str]], None],
        on_lost: Callable[[], None],
    ) -> None:
        self._executor, self._store, self._care = executor, store, care
        self._hear, self._doing, self._drop, self._on_lost = hear, doing, drop, on_lost
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="aurora-keeper", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End; may be called twice. A thread that waits for a database that is away is left to end by itself."""
        self._stopped.set()
        if self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join(_LEAVE_SECONDS)

    def _keep(self) -> None:
        beaten = renewed = swept = 0.0
        steady: float | None = None  # since when every renewal succeeded in time
        while not self._stopped.wait(_TICK):
            now = time.monotonic()
            try:
                self._hear()
                if now - beaten >= self._care.beat:
                    beaten = now
                    if not self._store.renew(self._executor):
                        self._on_lost()
                        return
                    before, renewed = renewed, time.monotonic()
                    if steady is None or renewed - before > max(self._care.patience / 2, _STOOD_SECONDS):
                        steady = renewed  # this machine or its disk stood still, and so the others may have
                    self._store.recall(self._executor, self._doing(), self._care.patience)
                    if renewed - steady >= self._care.patience:
                        self._store.reap(self._care.patience, self._care.deaths)
                if self._care.keep and now - swept >= self._care.sweep:
                    swept = now
                    self._drop(self._store.forget(self._care.keep, self._care.batch))
            except AuroraError:
                steady = None  # the database was away: the others may have been silent for the same reason
