"""A change of services in phases, each with gates that must hold, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gate:
    """An address that must answer in a phase's window, and at most so much slower than before the change."""

    url: str
    status: int = 200
    fields: Mapping[str, object] = field(default_factory=dict)  # wanted values of fields of the JSON answer
    slower: float = 0.2  # share of the median time before; 0 asks nothing
    post: Mapping[str, object] | None = None  # what is posted, as JSON; None: the address is only read
    has: str = ""  # a text that must be in the answer


@dataclass(frozen=True, slots=True)
class Limits:
    """What a rollout may do at most."""

    parallel: int = 0  # services that are restarted at one time; 0: all
    failures: int = 1  # phases that were put back, after which no further one is tried
    seconds: float = 30.0  # of a phase that says nothing else


@dataclass(frozen=True, slots=True)
class Stage:
    """One phase: a file that takes the place of the service file, a command before it, and what must hold after it."""

    name: str
    file: Path | None = None  # None: the service file stays
    run: tuple[str, ...] = ()
    restart: tuple[str, ...] = ()  # services and groups that are started anew, though the file says nothing new of them
    databases: tuple[Path, ...] = ()  # SQLite files that are kept before, and put back
    checkouts: tuple[Path, ...] = ()  # folders of Git whose revision is kept before, and put back
    gates: tuple[Gate, ...] = ()
    seconds: float = 30.0  # for the command, and again until everything is healthy
    window: float = 10.0  # seconds that the gates must hold
    interval: float = 0.25  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be tried."""

    stages: tuple[Stage, ...]
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a gate took to answer, as medians in seconds: before the change (0: it did not hold) and after it."""

    url: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a phase: "kept", "rolled back", "not tried", or "stuck" when its rollback failed too."""

    stage: str
    state: str
    why: str = ""
    seconds: float = 0.0  # from the change to the verdict
    back_seconds: float = 0.0  # from the verdict until the state before was healthy again
    checks: int = 0  # looks at the gates
    gates: tuple[Timing, ...] = ()
