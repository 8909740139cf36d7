"""Durable jobs: what a caller may ask of the queue, what a job may ask of its journal, what both need of a store."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias, TypeVar

from aurora.model.event import Event
from aurora.model.execution import Json
from aurora.model.job import Job, JobRequest, JobState, Schedule, Traffic
from aurora.model.progress import Progress

T = TypeVar("T")


class Journal(Protocol):
    """A running job's own side. The same steps come in the same order each time it runs: what a step answered is
    kept, and a job that is resumed gets it from the journal and goes on behind it."""

    @property
    def id(self) -> str:
        """The job."""

    @property
    def slot(self) -> int:
        """The numbered slot that it runs in."""

    def step(self, name: str, work: Callable[[], Json]) -> Json:
        """Do `work` unless the journal has its answer. It may be done twice, when the process dies between its end and
        the note of it: it must change nothing outside, or be idempotent by (job, step).

        Raises `CancelledJobError`, and `LostJobError` when another executor has the job by now.
        """

    def effect(self, name: str, work: Callable[[Any], Json]) -> Json:
        """Do `work` once: it is given the database transaction in which the journal notes its answer.

        Nothing is written when the job belongs to another executor by now (`LostJobError`).
        """

    def watch(self, progress: Progress) -> None:
        """Tell progress; raises `CancelledJobError` when the job was cancelled."""

    def cpu(self) -> AbstractContextManager[None]:
        """Hold one of as many permits as there are processors, for work that keeps one busy."""


Handler: TypeAlias = Callable[[Journal, Json], Json]
"""Does one kind of job: journal and payload to result; what it raises is the job's failure."""


class JobQueue(Protocol):
    """Takes jobs and tells of them, from any process. Implementations: DBOS on the store, an in-memory twin."""

    def submit(self, request: JobRequest, *, id: str = "") -> Job:
        """Hand a job over; when this returns it survives a power cut. The same `id` again gives the job that has it.

        Raises `FullQueueError` at once when too many wait, `BadInputError` for a kind that nobody does.
        """

    def submit_all(self, requests: list[JobRequest]) -> list[Job]:
        """Hand many over."""

    def status(self, id: str) -> Job:
        """A job as it stands; raises `NotFoundError`."""

    def wait(self, id: str, timeout: float) -> Job:
        """The job when it has ended, or as it stands after `timeout` seconds."""

    def watch(self, id: str, timeout: float) -> Iterator[Event]:
        """The job's events from its first to its last, until none came for `timeout` seconds."""

    def find(self, *, states: tuple[JobState, ...] = (), kind: str = "", most: int = 100, skip: int = 0) -> list[Job]:
        """Jobs, newest first, without their payloads and results."""

    def cancel(self, *ids: str) -> int:
        """Cancel jobs; what runs is killed within a second. Returns how many had not ended. Raises `NotFoundError`."""

    def cancel_all(self) -> int:
        """Cancel everything that waits or runs; returns how many."""

    def retry(self, id: str, *, from_start: bool = False) -> Job:
        """Run a job that ended without result again, behind the last step that the journal has.

        Raises `BadInputError` for one that is done, waits or runs.
        """

    def schedule(self, schedule: Schedule) -> None:
        """Hand a job over again and again; replaces a schedule of that name. Raises `BadInputError` for a bad cron."""

    def schedules(self) -> list[Schedule]:
        """All schedules."""

    def unschedule(self, name: str) -> None:
        """End a schedule; raises `NotFoundError`."""

    def traffic(self) -> Traffic:
        """How much waits and how fast it goes."""

    def tally(self) -> Mapping[str, Mapping[JobState, int]]:
        """How many jobs of each kind are in each state, of all that are kept."""


class JobStore(Protocol):
    """What the job engine keeps beside the queue's own tables."""

    def queue_engine(self) -> Any:
        """The SQLAlchemy engine for the queue's own tables, in the same database."""

    def guarded(self) -> AbstractContextManager[None]:
        """Raise what goes wrong with the queue's own tables in here as a `StoreError`."""

    def cancelled_of(self, jobs: Sequence[str]) -> list[str]:
        """Those of the jobs that were cancelled."""

    def enlist(self, executor: str, slots: int) -> None:
        """Note a new executor as alive."""

    def renew(self, executor: str) -> bool:
        """Note that it still lives; False when it was taken for dead meanwhile."""

    def dismiss(self, executor: str) -> None:
        """Note that it ended and hand its jobs back; that counts as nobody's death."""

    def reap(self, patience: float, deaths: int) -> list[tuple[str, str]]:
        """Take the jobs of executors that were silent for `patience` seconds: back into the queue, or parked when so
        many processes died with them. Returns (job, what became of it)."""

    def recall(self, executor: str, doing: list[str], patience: float) -> list[str]:
        """Hand back what an executor claimed `patience` seconds ago and is not doing; returns which jobs."""

    def began(self, job: str, kind: str, slot: int, executor: str) -> None:
        """Note the start of a job."""

    def told(self, job: str, progress: Progress) -> None:
        """Note progress."""

    def ended(
        self, job: str, token: str, state: JobState, *, output: str | None, error: str | None, words: str
    ) -> bool:
        """Note the end of a job and its outcome as the queue stores it, both or neither; `words` are for people.

        False, and nothing is written, when `token` no longer owns the job.
        """

    def effect(self, job: str, step: str, token: str, work: Callable[[Any], Json]) -> Json:
        """Do `work` in a transaction that also notes its answer by (job, step), or give the answer noted before.

        Raises `LostJobError` when `token` no longer owns the job.
        """

    def runs(self, jobs: list[str]) -> Mapping[str, Mapping[str, Any]]:
        """Slot, executor, deaths, reason and progress by job."""

    def transact(self, work: Callable[[Any], T]) -> T:
        """Do `work` in a transaction of its own; durable when this returns."""

    def submitted(self, transaction: Any, jobs: Mapping[str, str]) -> None:
        """Note in a transaction that jobs (id to kind) were handed over, in this order."""

    def cancelled(self, jobs: Sequence[str]) -> None:
        """Note of all these that they were cancelled, unless they ended before."""

    def pardon(self, job: str) -> None:
        """Forget the deaths and the end of a job that is to run again."""

    def counts(self) -> tuple[int, int]:
        """How many jobs wait, and how many run."""

    def tally(self) -> Mapping[tuple[str, str], int]:
        """How many jobs there are by name and status, both as the queue stores them."""

    def active(self) -> list[str]:
        """The jobs that wait or run."""

    def rate(self, seconds: float) -> float:
        """Jobs that ended each second, over the last `seconds`."""

    def forget(self, older_than: float, most: int) -> list[str]:
        """Drop what is noted of jobs that ended before `older_than` seconds ago, at most so many; returns which."""
