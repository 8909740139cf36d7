"""A job: work that was handed over, and is done even when the process that does it dies."""

from dataclasses import dataclass, field
from enum import StrEnum

from aurora.model.errors import AuroraError, JobError, told_again
from aurora.model.execution import Json
from aurora.model.progress import Progress

URGENT, NORMAL, IDLE = 1, 5, 9


class JobState(StrEnum):
    """Where a job is."""

    DELAYED = "delayed"  # waits for its time
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # its own code raised; `Job.error` says what
    CANCELLED = "cancelled"
    PARKED = "parked"  # it took several processes down with it; `Job.error` says which

    @property
    def ended(self) -> bool:
        """Whether nothing more will come of it unless it is retried."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.PARKED)


@dataclass(frozen=True, slots=True)
class JobRequest:
    """What is asked for; `payload` is JSON that the kind of job understands."""

    kind: str
    payload: Json = None
    priority: int = NORMAL  # 1 runs first; equal ones run in the order they came
    key: str = ""  # while a job with this key waits or runs, asking again gives that job
    delay: float = 0.0  # seconds before it may run
    timeout: float = 0.0  # seconds that it may run; 0 means no limit


@dataclass(frozen=True, slots=True)
class Failure:
    """The error of Aurora's that ended a job, told with the facts that any of them has."""

    kind: str  # name of its class
    what: str
    where: str = ""
    next_step: str = ""

    @property
    def error(self) -> AuroraError:
        """The error, to be raised as if the work had been done without a job."""
        return told_again(self.kind, self.what, where=self.where, next_step=self.next_step)


def failure_of(error: BaseException | None) -> Failure | None:
    """What is told of an error; None for one that is not Aurora's, or of which nothing but words is known."""
    if not isinstance(error, AuroraError) or type(error) is JobError:
        return None
    return Failure(type(error).__name__, error.what, error.where, error.next_step)


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands; times are seconds since the epoch, 0 for what has not been."""

    id: str
    kind: str
    state: JobState
    payload: Json = None
    priority: int = NORMAL
    key: str = ""
    submitted: float = 0.0
    started: float = 0.0
    ended: float = 0.0
    slot: int = 0  # the numbered slot that runs or last ran it
    executor: str = ""
    attempts: int = 0
    deaths: int = 0  # processes that died while they ran it
    result: Json = None
    error: str = ""
    failure: Failure | None = None
    progress: Progress = field(default_factory=lambda: Progress(""))


@dataclass(frozen=True, slots=True)
class Traffic:
    """How much waits and how fast it goes; `rate` is measured over the last minute, 0 when nothing ended in it."""

    waiting: int
    running: int
    rate: float  # jobs a second
    limit: int

    @property
    def wait(self) -> float | None:
        """Seconds until a job that is handed over now would start; None when there is nothing to measure by."""
        if not self.waiting:
            return 0.0
        return self.waiting / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Schedule:
    """A job that is handed over again and again: `cron` has five fields, or six with seconds first; UTC."""

    name: str
    cron: str
    request: JobRequest
