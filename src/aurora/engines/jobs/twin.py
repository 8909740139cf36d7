"""The in-memory twin of the queue, with a worker in it: for tests, and for a process that keeps nothing."""

import json
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from aurora.contracts.events import EventLog
from aurora.contracts.jobs import Handler
from aurora.engines.jobs.desk import Desk
from aurora.engines.jobs.moments import is_due, parse_cron
from aurora.engines.jobs.run import Run
from aurora.engines.jobs.serializer import JsonSerializer
from aurora.engines.jobs.slots import Slots
from aurora.model.errors import BadInputError, CancelledJobError, FullQueueError, LostJobError, NotFoundError
from aurora.model.execution import Json
from aurora.model.job import Job, JobRequest, JobState, Schedule, Traffic, failure_of
from aurora.model.progress import Progress

SOURCE = "jobs"
_TICK = 0.05
_MEASURED = 60.0
_WAITING = (JobState.QUEUED, JobState.DELAYED)


@dataclass(slots=True)
class _Kept:
    """A job with what only the twin knows of it."""

    job: Job
    request: JobRequest
    due: float
    steps: dict[str, Json] = field(default_factory=dict)
    run: Run | None = None


class MemoryJobs(Desk):
    """A `JobQueue` and its executor in one; what it holds ends with the process. Used from any thread."""

    def __init__(
        self,
        handlers: Mapping[str, Handler],
        events: EventLog,
        *,
        slots: int = 100,
        cores: int = 1,
        limit: int = 20_000,
    ) -> None:
        super().__init__(events, frozenset(handlers), limit)
        self.id, self.slots, self.lost = f"x-{uuid.uuid4().hex}", Slots(slots), threading.Event()
        self._handlers, self._permits = handlers, threading.BoundedSemaphore(cores)
        self._kept: dict[str, _Kept] = {}  # in the order they came
        self._schedules: dict[str, Schedule] = {}
        self._changed = threading.Condition(threading.RLock())
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="aurora-twin", daemon=True)

    def start(self) -> None:
        """Begin to take jobs."""
        self._thread.start()

    def stop(self, grace: float = 10.0) -> None:
        """Take no more jobs, wait `grace` seconds for those that run, and end the others."""
        with self._changed:
            self._stopped = True
        self._thread.join()
        deadline = time.monotonic() + grace
        while self.slots.taken and time.monotonic() < deadline:
            time.sleep(_TICK)
        with self._changed:
            for kept in self._in(JobState.RUNNING):
                if kept.run:
                    kept.run.stop(LostJobError)

    def submit(self, request: JobRequest, *, id: str = "") -> Job:
        """Hand a job over. The same `id` again gives the job that has it."""
        with self._changed:
            if id in self._kept:
                return self._kept[id].job
            return self._submit([request], id)[0]

    def submit_all(self, requests: list[JobRequest]) -> list[Job]:
        """Hand many over."""
        with self._changed:
            return self._submit(requests)

    def status(self, id: str) -> Job:
        """A job as it stands; raises `NotFoundError`."""
        with self._changed:
            if id not in self._kept:
                raise NotFoundError("job", id, next_step="`aurora jobs list` shows them.")
            return self._kept[id].job

    def find(self, *, states: tuple[JobState, ...] = (), kind: str = "", most: int = 100, skip: int = 0) -> list[Job]:
        """Jobs, newest first, without their payloads and results."""
        with self._changed:
            jobs = [kept.job for kept in reversed(self._kept.values())]
        fitting = [job for job in jobs if (not states or job.state in states) and kind in ("", job.kind)]
        return [replace(job, payload=None, result=None) for job in fitting[skip : skip + most]]

    def cancel(self, *ids: str) -> int:
        """Cancel jobs; what runs is stopped at its next sign of progress. Returns how many had not ended."""
        open_jobs = [job.id for job in map(self.status, ids) if not job.state.ended]
        self._cancel(open_jobs)
        return len(open_jobs)

    def cancel_all(self) -> int:
        """Cancel everything that waits or runs; returns how many."""
        with self._changed:
            active = [kept.job.id for kept in self._in(*_WAITING, JobState.RUNNING)]
            self._cancel(active)
        return len(active)

    def retry(self, id: str, *, from_start: bool = False) -> Job:
        """Run a job that ended without result again, behind the last step that succeeded."""
        job = self.ended_without_result(id)
        with self._changed:
            kept = self._kept[id]
            if from_start:
                kept.steps.clear()
            kept.job = replace(job, state=JobState.QUEUED, ended=0.0, error="", failure=None, progress=Progress(""))
            self._tell("retried", id)
            self._changed.notify_all()
            return kept.job

    def schedule(self, schedule: Schedule) -> None:
        """Hand a job over again and again; replaces a schedule of that name."""
        self.insist(schedule.request)
        try:
            parse_cron(schedule.cron)
        except ValueError as error:
            raise BadInputError(f"{schedule.cron!r} is not a schedule ({error}).", where="cron") from None
        with self._changed:
            self._schedules[schedule.name] = schedule

    def schedules(self) -> list[Schedule]:
        """All schedules."""
        with self._changed:
            return list(self._schedules.values())

    def unschedule(self, name: str) -> None:
        """End a schedule; raises `NotFoundError`."""
        with self._changed:
            if self._schedules.pop(name, None) is None:
                raise NotFoundError("schedule", name)

    def traffic(self) -> Traffic:
        """How much waits and how fast it goes."""
        with self._changed:
            now, ended = time.time(), [kept.job.ended for kept in self._kept.values() if kept.job.started]
            recent = [moment for moment in ended if moment > now - _MEASURED]
            rate = len(recent) / max(1.0, now - min(recent)) if recent else 0.0
            return Traffic(len(self._in(*_WAITING)), len(self._in(JobState.RUNNING)), rate, self._limit)

    def tally(self) -> Mapping[str, Mapping[JobState, int]]:
        """How many jobs of each kind are in each state."""
        found: dict[str, dict[JobState, int]] = {}
        with self._changed:
            for kept in self._kept.values():
                states = found.setdefault(kept.job.kind, {})
                states[kept.job.state] = states.get(kept.job.state, 0) + 1
        return found

    def effect(self, _job: str, _step: str, _token: str, work: Callable[[Any], Json]) -> Json:
        """Do `work`, which is given no transaction: there is no database. (For `Run`.)"""
        return work(None)

    def told(self, job: str, progress: Progress) -> None:
        """Note progress. (For `Run`.)"""
        with self._changed:
            self._kept[job].job = replace(self._kept[job].job, progress=progress)
            self._tell("progress", job, stage=progress.stage, done=progress.done, total=progress.total)

    def _in(self, *states: JobState) -> list[_Kept]:
        return [kept for kept in self._kept.values() if kept.job.state in states]

    def _submit(self, requests: Iterable[JobRequest], id: str = "") -> list[Job]:
        asked = list(requests)
        for request in asked:
            self.insist(request)
        waiting = len(self._in(*_WAITING))
        if waiting + len(asked) > self._limit:
            raise FullQueueError(waiting, self.traffic().wait)
        jobs = [self._holder(request.key) or self._keep(request, id) for request in asked]
        self._changed.notify_all()
        return jobs

    def _holder(self, key: str) -> Job | None:
        held = (kept.job for kept in self._kept.values() if key and kept.job.key == key and not kept.job.state.ended)
        return next(held, None)

    def _keep(self, request: JobRequest, id: str) -> Job:
        now, payload = time.time(), json.loads(json.dumps(request.payload))
        state = JobState.DELAYED if request.delay else JobState.QUEUED
        job = Job(
            id or uuid.uuid4().hex[:16], request.kind, state, payload,
            priority=request.priority, key=request.key, submitted=now,
        )  # fmt: skip
        self._kept[job.id] = _Kept(job, request, now + request.delay)
        self._tell("submitted", job.id, kind=job.kind)
        return job

    def _cancel(self, ids: list[str]) -> None:
        with self._changed:
            for job in ids:
                kept = self._kept[job]
                kept.job = replace(kept.job, state=JobState.CANCELLED, ended=time.time())
                if kept.run:
                    kept.run.stop(CancelledJobError)
                self._tell("cancelled", job)

    def _work(self) -> None:
        """The thread of the worker: every tick, what is due is handed over, what is late cancelled, the rest begun."""
        second = int(time.time())
        with self._changed:
            while not self._stopped:
                now = time.time()
                for moment in range(second + 1, int(now) + 1):
                    self._hand_over(datetime.fromtimestamp(moment, UTC))
                second = int(now)
                late = [
                    each for each in self._in(JobState.RUNNING) if 0 < each.request.timeout < now - each.job.started
                ]
                self._cancel([kept.job.id for kept in late])
                ready = [kept for kept in self._in(*_WAITING) if kept.due <= now]
                ready.sort(key=lambda kept: kept.job.priority)
                for kept in ready[: self.slots.count - self.slots.taken]:
                    self._begin(kept)
                self._changed.wait(_TICK)

    def _hand_over(self, moment: datetime) -> None:
        for schedule in self._schedules.values():
            if is_due(parse_cron(schedule.cron), moment):
                self._keep(schedule.request, "")

    def _begin(self, kept: _Kept) -> None:
        slot = self.slots.take()
        facts = {"slot": slot, "executor": self.id, "attempts": kept.job.attempts + 1, "started": time.time()}
        kept.job = replace(kept.job, state=JobState.RUNNING, **facts)  # type: ignore[arg-type]

        def journaled(name: str, work: Callable[[], Json]) -> Json:
            if name not in kept.steps:
                kept.steps[name] = json.loads(json.dumps(work()))
            return kept.steps[name]

        kept.run = Run(kept.job.id, slot, "", self, journaled, self._permits)  # type: ignore[arg-type]
        self._tell("started", kept.job.id, kind=kept.job.kind, slot=slot, executor=self.id)
        threading.Thread(target=self._do, args=(kept, kept.run), name="aurora-job", daemon=True).start()

    def _do(self, kept: _Kept, run: Run) -> None:
        result, error, words = None, None, ""
        try:
            result = json.loads(json.dumps(self._handlers[kept.job.kind](run, kept.job.payload)))
            run.check()
        except Exception as raised:  # noqa: BLE001 - it is the job's failure
            words, stored = f"{type(raised).__name__}: {raised}", JsonSerializer()
            error = stored.deserialize(stored.serialize(raised))
        finally:
            self.slots.give(run.slot)
        with self._changed:
            if kept.run is run and kept.job.state is JobState.RUNNING and not self._stopped:
                state = JobState.FAILED if words else JobState.DONE
                kept.job = replace(kept.job, state=state, ended=time.time(), result=result)
                kept.job = replace(kept.job, error=str(error or ""), failure=failure_of(error))
                self._tell(str(state), kept.job.id, error=words)
            self._changed.notify_all()

    def _tell(self, what: str, job: str, **data: Json) -> None:
        self._events.append(f"job.{what}", source=SOURCE, subject=job, data=data)
