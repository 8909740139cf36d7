"""Hands jobs over and tells of them, from any process; the work is done by a `Worker`, here or elsewhere."""

import time
import uuid
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import cached_property, partial
from typing import Any

from aurora.contracts.events import EventLog
from aurora.contracts.jobs import JobStore
from aurora.engines.jobs import names
from aurora.engines.jobs.bulk import insert_all
from aurora.engines.jobs.desk import Desk
from aurora.engines.jobs.serializer import JsonSerializer
from aurora.engines.jobs.translate import STATES, STORED, job_of, request_of, stored_request
from aurora.model.errors import BadInputError, FullQueueError, NotFoundError, StoreError
from aurora.model.job import Job, JobRequest, JobState, Schedule, Traffic

_MEASURED = 60.0  # seconds over which the rate is measured
_BATCH = 500  # jobs handed over, or cancelled, in one transaction


class Jobs(Desk):
    """The `JobQueue` on DBOS; `kinds` are what some worker does, `limit` is how many may wait."""

    def __init__(self, store: JobStore, events: EventLog, *, kinds: frozenset[str], limit: int = 20_000) -> None:
        super().__init__(events, kinds, limit)
        self._store = store

    @cached_property
    def _client(self) -> Any:
        """The queue's own client; made before any transaction, since it brings the queue's tables up to date."""
        from dbos import DBOSClient

        client = DBOSClient(
            system_database_engine=self._store.queue_engine(),
            serializer=JsonSerializer(),  # type: ignore[arg-type]
            application_name=names.APPLICATION,
            lazy=True,
        )
        client._sys_db._retry_connection_errors = False  # who asks is told at once; who works waits (`Run.patiently`)
        with self._store.guarded():
            client._sys_db.run_migrations()
        return client

    @cached_property
    def _ask(self) -> Any:
        """The client with its database's errors as Aurora's."""
        return _Asked(self._client, self._store.guarded)

    def submit(self, request: JobRequest, *, id: str = "") -> Job:
        """Hand a job over; when this returns it survives a power cut. The same `id` again gives the job that has it."""
        if not id:
            return self.submit_all([request])[0]
        self.insist(request)
        return self._store.transact(partial(self._enqueue, self._client, request, id))

    def submit_all(self, requests: list[JobRequest]) -> list[Job]:
        """Hand many over, some hundred in a transaction; those with a key one by one."""
        for request in requests:
            self.insist(request)
        client = self._client
        waiting, _ = self._store.counts()
        if waiting + len(requests) > self._limit:
            raise FullQueueError(waiting, self.traffic().wait)
        keyed = [request for request in requests if request.key]
        plain = [request for request in requests if not request.key]
        jobs = [self._submit_keyed(request) for request in keyed]
        for start in range(0, len(plain), _BATCH):
            jobs += self._store.transact(partial(self._enqueue_all, client, plain[start : start + _BATCH]))
        return jobs

    def status(self, id: str) -> Job:
        """A job as it stands; raises `NotFoundError`."""
        found = self._ask.list_workflows(workflow_ids=[id])
        if not found:
            raise NotFoundError("job", id, next_step="`aurora jobs list` shows them.")
        return job_of(found[0], self._store.runs([id]).get(id))

    def find(self, *, states: tuple[JobState, ...] = (), kind: str = "", most: int = 100, skip: int = 0) -> list[Job]:
        """Jobs, newest first, without their payloads and results."""
        found = self._ask.list_workflows(
            status=[STORED[state] for state in states] or None,
            name=names.workflow(kind) if kind else None,
            workflow_id_prefix=None,
            limit=most,
            offset=skip,
            sort_desc=True,
            load_input=False,
            load_output=False,
        )
        runs = self._store.runs([status.workflow_id for status in found])
        return [job_of(status, runs.get(status.workflow_id)) for status in found]

    def cancel(self, *ids: str) -> int:
        """Cancel jobs; what runs is killed within a second. Returns how many had not ended."""
        open_jobs = [job.id for job in map(self.status, ids) if not job.state.ended]
        self._cancel(self._client, open_jobs)
        return len(open_jobs)

    def cancel_all(self) -> int:
        """Cancel everything that waits or runs; returns how many."""
        client = self._client
        active = self._store.active()
        self._cancel(client, active)
        return len(active)

    def retry(self, id: str, *, from_start: bool = False) -> Job:
        """Run a job that ended without result again, behind the last step that the journal has."""
        job = self.ended_without_result(id)
        self._store.pardon(id)
        if job.state is JobState.FAILED or from_start:
            start = 1 if from_start else self._failed_step(id)
            self._ask.rewind_workflow(id, start_step=start, application_version=names.VERSION, queue_name=names.QUEUE)
        else:
            self._ask.resume_workflows([id], queue_name=names.QUEUE)
        return self.status(id)

    def schedule(self, schedule: Schedule) -> None:
        """Hand a job over again and again; replaces a schedule of that name."""
        self.insist(schedule.request)
        self._ask.delete_schedule(schedule.name)
        try:
            self._ask.create_schedule(
                schedule_name=schedule.name,
                workflow_name=names.workflow(names.CRON),
                schedule=schedule.cron,
                context={"name": schedule.name, "request": stored_request(schedule.request)},
                queue_name=names.QUEUE,
            )
        except StoreError:
            raise
        except Exception as error:
            raise BadInputError(
                f"{schedule.cron!r} is not a schedule ({error}).",
                where="cron",
                next_step="Write five fields, such as '0 3 * * *' for three o'clock at night (UTC).",
            ) from error

    def schedules(self) -> list[Schedule]:
        """All schedules."""
        return [
            Schedule(each["schedule_name"], each["schedule"], request_of(each["context"]["request"]))
            for each in self._ask.list_schedules()
        ]

    def unschedule(self, name: str) -> None:
        """End a schedule; raises `NotFoundError`."""
        if name not in {schedule.name for schedule in self.schedules()}:
            raise NotFoundError("schedule", name, next_step="`aurora jobs schedules` lists them.")
        self._ask.delete_schedule(name)

    def traffic(self) -> Traffic:
        """How much waits and how fast it goes."""
        _ = self._client
        waiting, running = self._store.counts()
        return Traffic(waiting, running, self._store.rate(_MEASURED), self._limit)

    def tally(self) -> Mapping[str, Mapping[JobState, int]]:
        """How many jobs of each kind are in each state, of all that are kept."""
        _ = self._client
        found: dict[str, dict[JobState, int]] = {}
        for (name, status), count in self._store.tally().items():
            found.setdefault(names.kind_of(name), {})[STATES[status]] = count
        return found

    def _submit_keyed(self, request: JobRequest) -> Job:
        from dbos._error import DBOSQueueDeduplicatedError

        while True:
            try:
                return self._store.transact(partial(self._enqueue, self._client, request, _new_id()))
            except DBOSQueueDeduplicatedError:
                with self._store.guarded():
                    holder = self._client._sys_db.get_deduplicated_workflow(names.QUEUE, request.key)
                if holder is not None:  # else it ended just now
                    return self.status(holder)

    def _enqueue_all(self, client: Any, requests: list[JobRequest], transaction: Any) -> list[Job]:
        """The rows that the queue's own `enqueue_in_transaction` writes one by one, in two statements for them all."""
        new = {_new_id(): request for request in requests}
        insert_all(client, transaction, [(_options(request, job), request.payload) for job, request in new.items()])
        self._store.submitted(transaction, {job: request.kind for job, request in new.items()})
        return [_handed_over(request, job) for job, request in new.items()]

    def _enqueue(self, client: Any, request: JobRequest, id: str, transaction: Any) -> Job:
        client.enqueue_in_transaction(transaction, _options(request, id), request.payload)
        self._store.submitted(transaction, {id: request.kind})
        return _handed_over(request, id)

    def _cancel(self, client: Any, ids: list[str]) -> None:
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            with self._store.guarded():
                client.cancel_workflows(batch)
            self._store.cancelled(batch)

    def _failed_step(self, id: str) -> int:
        """The first step that raised, or the one behind the last."""
        steps = self._ask.list_workflow_steps(id)
        failed = [int(step["function_id"]) for step in steps if step["error"] is not None]
        return min(failed) if failed else max((int(step["function_id"]) for step in steps), default=0) + 1


class _Asked:
    """Calls the methods of a client, each guarded."""

    def __init__(self, client: Any, guarded: Callable[[], AbstractContextManager[None]]) -> None:
        self._client, self._guarded = client, guarded

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self._client, name)

        def call(*facts: Any, **options: Any) -> Any:
            with self._guarded():
                return method(*facts, **options)

        return call


def _new_id() -> str:
    return uuid.uuid4().hex[:16]


def _options(request: JobRequest, id: str) -> dict[str, Any]:
    """A request in the queue's own words."""
    options: dict[str, Any] = {
        "workflow_name": names.workflow(request.kind),
        "queue_name": names.QUEUE,
        "workflow_id": id,
        "app_version": names.VERSION,
        "priority": request.priority,
    }
    if request.key:
        options["deduplication_id"] = request.key
    if request.delay:
        options["delay_seconds"] = request.delay
    if request.timeout:
        options["workflow_timeout"] = request.timeout
    return options


def _handed_over(request: JobRequest, id: str) -> Job:
    state = JobState.DELAYED if request.delay else JobState.QUEUED
    return Job(
        id, request.kind, state, request.payload, priority=request.priority, key=request.key, submitted=time.time()
    )
