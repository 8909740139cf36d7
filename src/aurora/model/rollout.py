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


@dataclass(frozen=True, slots=True)
class Stage:
    """One phase: a file that takes the place of the service file, a command before it, and what must hold after it."""

    name: str
    file: Path
    run: tuple[str, ...] = ()
    databases: tuple[Path, ...] = ()  # SQLite files that are kept before, and put back
    gates: tuple[Gate, ...] = ()
    seconds: float = 30.0  # for the command, and again until everything is healthy
    window: float = 10.0  # seconds that the gates must hold
    interval: float = 0.25  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a phase: "kept", "rolled back", "not tried", or "stuck" when its rollback failed too."""

    stage: str
    state: str
    why: str = ""
    seconds: float = 0.0  # from the change to the verdict
    back_seconds: float = 0.0  # from the verdict until the state before was healthy again
    checks: int = 0  # looks at the gates
