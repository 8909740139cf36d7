"""Synthesis strategies: ways of finding a function, each a generator that gives control back often."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol, TypeAlias

from aurora.model.answer import Candidate
from aurora.model.task import SynthesisTask
from aurora.registry.declare import Contract, Law, Part


@dataclass(frozen=True, slots=True)
class Problem:
    """A synthesis task with its examples read as values: `outputs[i]` is wanted for the arguments `inputs[i]`."""

    task: SynthesisTask
    name: str
    parameters: tuple[str, ...]
    inputs: tuple[tuple[Any, ...], ...] = ()
    outputs: tuple[Any, ...] = ()
    words: tuple[str, ...] = ()  # of the prompt and the name, lower case, in order


class Workbench(Protocol):
    """What a strategy is handed by the engine: the shared bank of values, the components, the other strategies."""

    def components(self) -> tuple[Part[Any, Any, Any], ...]:
        """The usable components of the knowledge packs."""

    def relevance(self, problem: Problem) -> Mapping[str, float]:
        """How much the words, types and examples speak for each component id, 0 to 1."""

    def passes(self, problem: Problem, code: str) -> bool:
        """Whether the function in `code` gives the wanted output on every example (bounded in time and steps)."""

    def solve(self, problem: Problem, share: float) -> Iterator[Candidate | None]:
        """Solve a smaller problem with the whole portfolio, within `share` (0 to 1) of the remaining budget."""

    def machine(self, name: str) -> "Strategy":
        """The engine's own machinery that fills more than one file, by name.

        It is the function `search` of `aurora.engines.synthesis.<name>`, or of its file `search`; raises
        `NotFoundError` for any other name.
        """


Strategy: TypeAlias = Callable[[Problem, Workbench], Iterator[Candidate | None]]
"""Yields a candidate that passes all examples, or None as a breath (at least every 20 ms of work)."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An example of a strategy: a task, and a call whose value shows that the right function was found."""

    signature: str
    asserts: tuple[str, ...]
    call: str
    prompt: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


def _ask(run: Strategy, given: Trial) -> Any:
    """The value of the trial's call in the first candidate of this strategy alone; None when it finds nothing.

    The engine is looked up by name: a contract knows that there is one, not how it is built.
    """
    return import_module("aurora.engines.synthesis.trial").answer(run, given)


def _differs(run: Strategy, given: Trial, answer: Any) -> str | None:
    again = _ask(run, given)
    return None if again == answer else f"gave {answer!r}, then {again!r}"


STRATEGY: Contract[Strategy, Trial, Any] = Contract("strategy", _ask, (Law("same answer twice", _differs),))
