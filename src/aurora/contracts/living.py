"""Living parts of the running system: started after what they need, asked how they are, broken on purpose, stopped."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias

from aurora.model.errors import AuroraError, NotFoundError
from aurora.registry.declare import Contract, Part


@dataclass(frozen=True, slots=True)
class Loan:
    """A thing of the running process that a component owns in the place of one of its own making."""

    make: Callable[[], Any]
    release: Callable[[Any], None] = lambda _thing: None
    mend: Callable[[Any], Any] | None = None  # left out: as the component mends its own
    breakable: bool = False  # a drill may break this very thing: nothing of the user's is in it
    whose: str = ""  # why it may not: what would be broken


@dataclass(frozen=True, slots=True)
class House:
    """Where a component lives: a folder and a database of its own, and what it needs, already started."""

    folder: Path
    url: str
    started: Mapping[str, "Living"] = field(default_factory=dict)  # by id of the power unit
    without: frozenset[str] = frozenset()  # protections of the sandbox that the user does without
    loan: Loan | None = None  # what the process lends this component

    def needs(self, id: str) -> Any:
        """The thing that a needed component owns; raises `NotFoundError` when it was not started."""
        if id not in self.started:
            raise NotFoundError("started component", id)
        return self.started[id].thing


@dataclass(frozen=True, slots=True)
class Health:
    """How a component is, measured by using it: what is `wrong`, nothing when it works."""

    wrong: str = ""
    seconds: float = 0.0  # that the measurement took

    @property
    def ok(self) -> bool:
        """Whether it works."""
        return not self.wrong


class Living(Protocol):
    """One started component."""

    @property
    def thing(self) -> Any:
        """What it owns, for those that need it."""

    def health(self) -> Health:
        """How it is now, by using it; raises nothing."""

    def metrics(self) -> Mapping[str, float]:
        """Its figures, each counted or measured."""

    def harm(self) -> str:
        """Break it for real, as its failure drill; says what was broken."""

    def recover(self) -> None:
        """Put right what is broken, by its own means."""

    def stop(self) -> None:
        """Release everything; may be called twice."""


class SparedError(AuroraError):
    """What a drill would break is the user's, not the component's own."""

    title = "Not broken"

    def __init__(self, unit: str, whose: str = "") -> None:
        super().__init__(
            f"the drill of {unit} would break {whose or 'what is yours'}; nothing was broken.",
            next_step=f"`aurora components --own --drill {unit}` breaks one that is made for it, in another process.",
        )


Start: TypeAlias = Callable[[House], Living]


@dataclass(frozen=True, slots=True)
class Drill:
    """What a failure drill showed; `left` are threads and descriptors that were not there before the start."""

    healthy: bool
    told: bool  # the health said that it was broken
    recovered: bool
    left: tuple[str, ...] = ()
    words: str = field(default="", compare=False)  # what was broken, and what the health said
    metrics: Mapping[str, float] = field(default_factory=dict, compare=False)

    @property
    def passed(self) -> bool:
        """Whether it lives, tells, recovers and leaves nothing."""
        return self.healthy and self.told and self.recovered and not self.left


SURVIVED = Drill(True, True, True)
AnyComponent: TypeAlias = Part[Start, Any, Drill]


def needs(part: AnyComponent) -> tuple[AnyComponent, ...]:
    """The components that a component needs."""
    found: tuple[AnyComponent, ...] = part.facts["after"]  # type: ignore[assignment]
    return found


def _ask(_run: Start, put_through: Callable[[], Drill]) -> Drill:
    return put_through()


LIVING: Contract[Start, Any, Drill] = Contract("component", _ask)
"""Every part of it is a power unit of kind "component"; `facts` hold `after`, the components that it needs. Its example
is its failure drill."""
