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
from aurora.engines.jobs.threads import Threads
from aurora.engines.jobs.translate import STORED
from aurora.model.errors import CancelledJobError, LostJobError
from aurora.model.execution import Json
from aurora.model.job import JobState

_BACKSTOP = 3  # DBOS's own count of dispatches, should the reaper's count of deaths ever fail
_POLL_SECONDS = 0.1

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
        self._runs: dict[tuple[str, str], Run] = {}  # by job and token: a job that was lost may be here twice
        self._claimed: set[tuple[str, str]] = set()  # what waits for its slot, runs, or is about to be noted as ended
        self._lock = threading.Lock()
        self._dbos: Any = None
        self._conclude: Callable[..., Any] = lambda *_facts, **_options: False
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
        DBOS.listen_queues([])
        DBOS.launch()
        self._dbos._executor_field = Threads()
        self._take_over_writes()
        DBOS.register_queue(names.QUEUE, polling_interval_sec=_POLL_SECONDS, on_conflict="always_update")
        self._dbos._listening_queues.append(names.QUEUE)  # nothing is claimed before the claim is ours
        self._keeper.start()

    def stop(self, grace: float = 10.0) -> None:
        """Take no more jobs, wait `grace` seconds for those that run, hand the others back.

        Waits for no thread of a job. While the database is away nothing can be handed back: the lease runs out.
        """
        if self._dbos is None:
            return
        for event in self._dbos.background_thread_stop_events:
            event.set()
        deadline = time.monotonic() + grace
        while self.slots.taken and time.monotonic() < deadline and not self.lost.is_set():
            time.sleep(0.02)
        self._keeper.stop()
        self._stop_runs(LostJobError)
        try:
            self._store.dismiss(self.id)
        finally:
            self._destroy()

    def _destroy(self) -> None:
        from dbos import DBOS

        DBOS.destroy(destroy_registry=True)
        logging.getLogger("dbos").handlers.clear()  # they hold the standard error of this start
        self._dbos = None

    def _register(self, dbos: Any, kind: str, handler: Handler) -> None:
        def job(payload: Json) -> Json:
            return self._do(dbos, kind, handler, payload)

        job.__name__ = job.__qualname__ = names.workflow(kind)
        dbos.workflow(name=names.workflow(kind), max_recovery_attempts=_BACKSTOP)(job)

    def _take_over_writes(self) -> None:
        """Claim and conclude in the queue's place: with slots of our own, and many outcomes in one transaction.

        A run that is no longer ours ends; the queue would have it wait for what the next owner makes of the job.
        """
        queue = self._dbos._sys_db
        claim, self._conclude = queue.start_queued_workflows, queue.update_workflow_outcome

        def claimed(offered: Any, *facts: Any, **options: Any) -> Any:
            if offered.name == names.QUEUE:
                offered._worker_concurrency = self.slots.count  # what is stored would be one figure for all executors
            return claim(offered, *facts, **options)

        def adopted(job: str, *_facts: Any, **_options: Any) -> Any:
            raise LostJobError(job)

        queue.start_queued_workflows, queue.update_workflow_outcome = claimed, self._ended
        queue.await_workflow_result = adopted

    def _do(self, dbos: Any, kind: str, handler: Handler, payload: Json) -> Json:
        job, token = _current(dbos.workflow_id)
        with self._lock:
            self._claimed.add((job, token))
        slot = self.slots.take()

        def journaled(name: str, work: Callable[[], Json]) -> Json:
            answer: Json = dbos.run_step({"name": name}, work)
            return answer

        run = Run(job, slot, token, self._store, journaled, self._permits)
        with self._lock:
            self._runs[job, token] = run
        try:
            run.patiently(lambda: self._store.began(job, kind, slot, self.id))
            with self._guard(run.check):
                result = handler(run, payload)
            run.check()
        except Exception as error:
            run.words = f"{type(error).__name__}: {error}"
            raise
        except BaseException:
            self._done(job, token)  # the queue ends it without an outcome: it was cancelled, or another has it
            raise
        else:
            return result
        finally:
            self.slots.give(slot)

    def _ended(
        self,
        job: str,
        status: str,
        *,
        output: str | None = None,
        error: str | None = None,
        owner_xid: str | None = None,
    ) -> bool:
        """Note how a job ended, together with others that end now; False when it is no longer ours."""
        _, token = _current(job, owner_xid)
        with self._lock:
            run = self._runs.get((job, token))
        if run is None:  # a schedule, or a job that could not begin
            return bool(self._conclude(job, status, output=output, error=error, owner_xid=owner_xid))
        state = JobState.DONE if status == STORED[JobState.DONE] else JobState.FAILED
        try:
            return run.patiently(
                lambda: self._store.ended(job, token, state, output=output, error=error, words=run.words)
            )
        except (CancelledJobError, LostJobError):
            return False
        finally:
            self._done(job, token)

    def _done(self, job: str, token: str) -> None:
        with self._lock:
            self._runs.pop((job, token), None)
            self._claimed.discard((job, token))

    def _hear(self) -> None:
        """Stop the jobs that were cancelled, from wherever."""
        with self._lock:
            runs = list(self._runs.values())
        if runs:
            cancelled = set(self._store.cancelled_of([run.id for run in runs]))
            for run in runs:
                if run.id in cancelled:
                    run.stop(CancelledJobError)

    def _doing(self) -> list[str]:
        with self._lock:
            return [job for job, _ in self._claimed]

    def _drop(self, jobs: list[str]) -> None:
        if jobs:
            with self._store.guarded():
                self._dbos._sys_db.delete_workflows(jobs)

    def _on_lost(self) -> None:
        self._stop_runs(LostJobError)
        self.lost.set()

    def _stop_runs(self, why: type[LostJobError]) -> None:
        with self._lock:
            for run in self._runs.values():
                run.stop(why)


def _current(job: Any, token: str | None = None) -> tuple[str, str]:
    """The job with the token of this thread's dispatch of it."""
    from dbos._context import current_owner_xid

    return str(job), token or str(current_owner_xid(str(job)))
