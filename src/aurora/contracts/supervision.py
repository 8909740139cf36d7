"""What passes between a supervisor's decisions and the world: stimuli in, actions out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias

from aurora.model.service import Check, Service


class Alarm(StrEnum):
    """What a timer was set for."""

    RETRY = "retry"
    READY = "ready"
    STABLE = "stable"
    KILL = "kill"
    LATEST = "latest"  # moment of a restart that waits for a quiet one


@dataclass(frozen=True, slots=True)
class StartWanted:
    """A user or policy wants services to run; their dependencies are wanted too."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopWanted:
    """A user or policy wants services to be down, and to stay down."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RestartWanted:
    """A user or policy wants a running service to be replaced by a new instance."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Reloaded:
    """The service file was read again."""

    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Spawned:
    """An instance runs; `port` is the one it was given."""

    name: str
    epoch: int
    pid: int
    port: int = 0


@dataclass(frozen=True, slots=True)
class SpawnFailed:
    """An instance could not be started at all."""

    name: str
    epoch: int
    why: str


@dataclass(frozen=True, slots=True)
class Exited:
    """An instance ended; `status` is its exit code, minus the number of a signal, or None when nobody knows."""

    name: str
    epoch: int
    status: int | None


@dataclass(frozen=True, slots=True)
class Answered:
    """A check of an instance gave an answer; `ready` tells a readiness check from a health check."""

    name: str
    epoch: int
    well: bool
    why: str = ""
    ready: bool = False


@dataclass(frozen=True, slots=True)
class Breached:
    """An instance broke a rule that only a new instance mends: memory, descriptors, threads, a predicted end."""

    name: str
    epoch: int
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an instance uses will reach its limit, at this moment at the earliest; None: that is not so any more."""

    name: str
    epoch: int
    at: float | None
    why: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """How busy an instance is and how busy it usually is, in cores; told while an end is foreseen."""

    name: str
    epoch: int
    load: float
    usual: float


@dataclass(frozen=True, slots=True)
class Rang:
    """A timer that was set came due."""

    name: str
    epoch: int
    alarm: Alarm


@dataclass(frozen=True, slots=True)
class Adopted:
    """A new supervisor found an instance of an earlier one alive; `healthy` if it was, the last that was known."""

    name: str
    epoch: int
    pid: int
    port: int = 0
    healthy: bool = False


@dataclass(frozen=True, slots=True)
class Resumed:
    """A new supervisor knows what an earlier one left: what is wanted goes on where it was."""


Stimulus: TypeAlias = (
    StartWanted
    | StopWanted
    | RestartWanted
    | Reloaded
    | Spawned
    | SpawnFailed
    | Exited
    | Answered
    | Breached
    | Foreseen
    | Loaded
    | Rang
    | Adopted
    | Resumed
)


@dataclass(frozen=True, slots=True)
class Spawn:
    """Start an instance; the world answers with `Spawned` or `SpawnFailed`."""

    service: Service
    epoch: int


@dataclass(frozen=True, slots=True)
class End:
    """Send the stop signal to an instance, or kill its whole tree by force."""

    service: Service
    epoch: int
    force: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Keep asking an instance by a check, until another `Ask` or its end."""

    name: str
    epoch: int
    check: Check
    ready: bool = False


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Ring at a moment (seconds of the supervisor's clock)."""

    name: str
    epoch: int
    alarm: Alarm
    at: float


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell a service which of its features are off, because what they need is down.

    One that only starts is told `quietly`, by what it reads when it is ready to: a signal might end it.
    """

    name: str
    off: tuple[str, ...]
    quietly: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Something happened that belongs into the event log; it was led to by the last event about `after`."""

    type: str
    subject: str
    data: Mapping[str, object] = field(default_factory=dict)
    after: str = ""  # empty: the subject itself


Action: TypeAlias = Spawn | End | Ask | SetTimer | Tell | Report


class World(Protocol):
    """The outside of a supervisor: it carries actions out and tells what happens."""

    def now(self) -> float:
        """The supervisor's clock, in seconds; never goes back."""

    def do(self, actions: Iterable[Action]) -> None:
        """Carry actions out, in order; what comes of them is told by `stimuli`."""

    def stimuli(self, timeout: float) -> list[Stimulus]:
        """What happened, in order; waits at most `timeout` seconds for something."""
