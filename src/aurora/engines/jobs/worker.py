"""An executor: takes jobs from the queue and does them in numbered slots."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from aurora.contracts.jobs import Handler, JobQueue, JobStore
from aurora.engines.jobs import names
from aurora.engines.jobs.cron import due
from aurora.engines.jobs.keeper import Care, Keeper
from aurora.engines.jobs.run import Run
from aurora.engines.jobs.serializer import JsonSerializer
from aurora.engines.jobs.slots import Slots
from aurora.model.errors import CancelledJobError, LostJobError
from aurora.model.execution import Json
from aurora.model.job import JobState

_BACKSTOP = 3  # DBOS's own count of dispatches, should the reaper's count of deaths ever fail
_POLL_SECONDS = 0.1
_EXTRA_THREADS = 16

Guard = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""While in it, what this thread runs in the sandbox is killed when the check raises."""


class Worker:
    """One executor of this process; a process has at most one at a time.

    `handlers` do the jobs by kind, `jobs` is where schedules hand theirs over;
    `cores` is how many of them may be busy at a time (`Journal.cpu`). An executor that
    was taken for dead (stopped for too long) sets `lost`: it has written nothing since, and another has its jobs.
    """

    def __init__(
        self,
        store: JobStore,
        handlers: Mapping[str, Handler],
        *,
        slots: int = 100,
        cores: int = 1,
        care: Care | None = None,
        guard: Guard | None = None,
        jobs: JobQueue | None = None,
    ) -> None:
        self.id = f"x-{uuid.uuid4().hex}"  # new at each start: the same id twice would run each job twice
        self.lost = threading.Event()
        self.slots = Slots(slots)
        self._store, self._handlers, self._jobs = store, handlers, jobs
        self._permits = threading.BoundedSemaphore(cores)
        self._guard = guard or (lambda _check: nullcontext())
        self._runs: dict[str, Run] = {}
        self._claimed: set[str] = set()  # what runs, or waits for its slot
        self._lock = threading.Lock()
        self._dbos: Any = None
        self._keeper = Keeper(
            self.id, store, care or Care(), hear=self._hear, doing=self._doing, drop=self._drop, on_lost=self._on_lost
        )

    def start(self) -> None:
        """Begin to take jobs."""
        from dbos import DBOS

        self._dbos = DBOS(
            config={
                "name": names.APPLICATION,
                "system_database_engine": self._store.queue_engine(),
                "application_version": names.VERSION,
                "executor_id": self.id,
                "serializer": JsonSerializer(),  # type: ignore[typeddict-item]
                "max_executor_threads": self.slots.count + _EXTRA_THREADS,
                "scheduler_polling_interval_sec": 1.0,
                "log_level": "CRITICAL",
                "enable_otlp": False,
            }
        )
        for kind, handler in self._handlers.items():
            self._register(DBOS, kind, handler)
        if self._jobs is not None:
            DBOS.workflow(name=names.workflow(names.CRON))(due(self._jobs))
        self._store.enlist(self.id, self.slots.count)
        DBOS.launch()
        DBOS.register_queue(
            names.QUEUE,
            worker_concurrency=self.slots.count,
            polling_interval_sec=_POLL_SECONDS,
            on_conflict="always_update",
        )
        self._keeper.start()

    def stop(self, grace: float = 10.0) -> None:
        """Take no more jobs, wait `grace` seconds for those that run, hand the others back."""
        from dbos import DBOS

        if self._dbos is None:
            return
        for event in self._dbos.background_thread_stop_events:
            event.set()
        deadline = time.monotonic() + grace
        while self.slots.taken and time.monotonic() < deadline and not self.lost.is_set():
            time.sleep(0.02)
        self._keeper.stop()
        self._stop_runs(LostJobError)
        self._store.dismiss(self.id)
        DBOS.destroy(destroy_registry=True)
        logging.getLogger("dbos").handlers.clear()  # they hold the standard error of this start
        self._dbos = None

    def _register(self, dbos: Any, kind: str, handler: Handler) -> None:
        def job(payload: Json) -> Json:
            return self._do(dbos, kind, handler, payload)

        job.__name__ = job.__qualname__ = names.workflow(kind)
        dbos.workflow(name=names.workflow(kind), max_recovery_attempts=_BACKSTOP)(job)

    def _do(self, dbos: Any, kind: str, handler: Handler, payload: Json) -> Json:
        from dbos._context import current_owner_xid

        job = str(dbos.workflow_id)
        with self._lock:
            self._claimed.add(job)
        slot = self.slots.take()

        def journaled(name: str, work: Callable[[], Json]) -> Json:
            answer: Json = dbos.run_step({"name": name}, work)
            return answer

        run = Run(job, slot, str(current_owner_xid(job)), self._store, journaled, self._permits)
        with self._lock:
            self._runs[job] = run
        try:
            run.patiently(lambda: self._store.began(job, kind, slot, self.id))
            with self._guard(run.check):
                result = handler(run, payload)
            run.check()
            run.patiently(lambda: self._store.finished(job, JobState.DONE, ""))
        except (CancelledJobError, LostJobError):
            raise
        except Exception as error:
            words = f"{type(error).__name__}: {error}"
            run.patiently(lambda: self._store.finished(job, JobState.FAILED, words))
            raise
        else:
            return result
        finally:
            with self._lock:
                self._runs.pop(job, None)
                self._claimed.discard(job)
            self.slots.give(slot)

    def _hear(self) -> None:
        """Stop the jobs that were cancelled, from wherever."""
        with self._lock:
            runs = dict(self._runs)
        if runs:
            for job in self._dbos._sys_db.get_cancelled_workflow_ids(list(runs)):
                runs[job].stop(CancelledJobError)

    def _doing(self) -> list[str]:
        with self._lock:
            return list(self._claimed)

    def _drop(self, jobs: list[str]) -> None:
        if jobs:
            self._dbos._sys_db.delete_workflows(jobs)

    def _on_lost(self) -> None:
        self._stop_runs(LostJobError)
        self.lost.set()

    def _stop_runs(self, why: type[LostJobError]) -> None:
        with self._lock:
            for run in self._runs.values():
                run.stop(why)
