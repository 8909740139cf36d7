"""Execution modes: one operation with typed input and output, a budget, and a way its result is verified."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

from aurora.contracts.engine import Judge, Mend, Observe, Optimize, Search
from aurora.contracts.learner import Learner
from aurora.contracts.linter import Linter
from aurora.contracts.press import Press
from aurora.contracts.resolver import Resolver
from aurora.contracts.rollback import Rollback
from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Author
from aurora.model.finding import Finding
from aurora.model.mode import Result
from aurora.model.progress import Watch
from aurora.model.task import Budget
from aurora.pycode.reading import Read, Readings
from aurora.registry.declare import Contract, Example, Law, Part
from aurora.registry.discover import Registry

Given = TypeVar("Given")
Output = TypeVar("Output")


@dataclass(frozen=True)
class World:
    """What a mode is handed of the world and the engines, and how long it may take; a mode imports none of it."""

    sandbox: Sandbox
    linter: Linter
    types: Linter  # type errors; a warning is one that two checkers agree on
    imports: Linter  # packages that are imported and not declared, or the other way round
    search: Search
    judge: Judge
    mend: Mend
    observe: Observe
    optimize: Optimize
    tester: Author
    rollback: Rollback
    learner: Learner
    resolver: Resolver
    press: Press
    modes: Callable[[], Registry]
    budget: Budget
    watch: Watch
    read: Read = field(default_factory=Readings)  # texts that several modes look at


@dataclass(frozen=True, slots=True)
class Trial(Generic[Given]):
    """The input of an example, and the prepared world in which it is run (see `contracts/prepared.py`)."""

    given: Given
    world: Callable[[], World]


Mode: TypeAlias = Callable[[Given, World], Result[Output]]
"""Runs the mode; raises an `AuroraError` for an input that it cannot work on."""


def _ask(run: Mode[Any, Any], trial: Trial[Any]) -> Result[Any]:
    return run(trial.given, trial.world())


def _unordered(_run: Mode[Any, Any], _trial: Trial[Any], answer: Result[Any]) -> str | None:
    return None if list(answer.findings) == sorted(answer.findings) else "findings are not in the order of places"


def _nowhere(_run: Mode[Any, Any], trial: Trial[Any], answer: Result[Any]) -> str | None:
    files = getattr(trial.given, "files", {})
    strangers = [found for found in answer.findings if not _exists(found, files)]
    return f"{strangers[0]} names a line that is not there" if strangers else None


def _exists(found: Finding, files: dict[str, str]) -> bool:
    return found.path in files and 1 <= found.line <= files[found.path].count("\n") + 1


def _unverified(_run: Mode[Any, Any], _trial: Trial[Any], answer: Result[Any]) -> str | None:
    return None if answer.evidence or not answer.done else "the answer says nothing of how it was verified"


def _differs(run: Mode[Any, Any], trial: Trial[Any], answer: Result[Any]) -> str | None:
    return None if _ask(run, trial) == answer else "gives something else the second time"


MODE: Contract[Mode[Any, Any], Trial[Any], Result[Any]] = Contract(
    "execution mode",
    _ask,
    (
        Law("findings in the order of places", _unordered),
        Law("every finding has a place", _nowhere),
        Law("what was done was verified", _unverified),
        Law("same answer twice", _differs),
    ),
)
"""Every part of it is a power unit of kind "mode"; `facts` hold `takes` (the type of its input) and `seconds`."""


def mode(
    unit: str,
    *,
    takes: type[Given],
    seconds: float,
    examples: list[Example[Trial[Given], Result[Any]]],
    needs: tuple[str, ...] = (),
    phrases: tuple[str, ...] = (),
) -> Callable[[Mode[Given, Output]], Part[Mode[Any, Any], Trial[Any], Result[Any]]]:
    """Declare an execution mode.

    `takes` is a frozen dataclass whose fields are its parameters; `seconds` is the budget it gets unless told
    otherwise. A mode that takes `Code` alone is asked by every analysis. Requests like one of its `phrases` are routed
    to it.
    """
    facts = {"takes": takes, "seconds": seconds, "phrases": phrases}
    return MODE.part(examples=list(examples), unit=unit, needs=needs, facts=facts)
