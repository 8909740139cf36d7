"""What the queue and its in-memory twin have in common: they refuse what nobody can do, and wait for what is done."""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator

from aurora.contracts.events import EventLog
from aurora.model.errors import BadInputError
from aurora.model.event import Event
from aurora.model.job import IDLE, URGENT, Job, JobRequest, JobState

_LOOK_SECONDS = 0.05


class Desk(ABC):
    """`kinds` are what some worker does, `limit` is how many may wait."""

    def __init__(self, events: EventLog, kinds: frozenset[str], limit: int) -> None:
        self._events, self._kinds, self._limit = events, kinds, limit

    @abstractmethod
    def status(self, id: str) -> Job:
        """A job as it stands; raises `NotFoundError`."""

    def insist(self, request: JobRequest) -> None:
        """Raise `BadInputError` for a request that nobody can do."""
        if request.kind not in self._kinds:
            kinds = ", ".join(sorted(self._kinds))
            raise BadInputError(f"there is no kind of job {request.kind!r}.", next_step=f"Kinds are: {kinds}.")
        if not URGENT <= request.priority <= IDLE:
            raise BadInputError(
                f"priority {request.priority} is none.", next_step=f"From {URGENT} (first) to {IDLE} (last)."
            )
        if request.delay < 0 or request.timeout < 0:
            raise BadInputError("a delay and a timeout are 0 or more seconds.")

    def ended_without_result(self, id: str) -> Job:
        """The job, which may be run again; raises `BadInputError` for one that is done, waits or runs."""
        job = self.status(id)
        if job.state is JobState.DONE or not job.state.ended:
            raise BadInputError(
                f"is {job.state}; only a job that ended without result is run again.", where=f"job {id}"
            )
        return job

    def wait(self, id: str, timeout: float) -> Job:
        """The job when it has ended, or as it stands after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not (job := self.status(id)).state.ended and time.monotonic() < deadline:
            time.sleep(_LOOK_SECONDS)
        return job

    def watch(self, id: str, timeout: float) -> Iterator[Event]:
        """The job's events from its first to its last, until none came for `timeout` seconds."""
        seq, deadline = 0, time.monotonic() + timeout
        while time.monotonic() < deadline:
            ended = self.status(id).state.ended
            batch = self._events.since(seq, subject=id)
            for event in batch:
                seq, deadline = event.seq, time.monotonic() + timeout
                yield event
            if ended and not batch:
                return
            if not batch:
                time.sleep(_LOOK_SECONDS)
