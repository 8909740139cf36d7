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

    @property
    def shape(self) -> "Shape":
        """What the problem is like."""
        given = frozenset(type(value) for row in self.inputs for value in row)
        return Shape(given, frozenset(map(type, self.outputs)), len(self.inputs), bool(self.task.prompt.strip()))


@dataclass(frozen=True, slots=True)
class Shape:
    """What a problem is like: the types of the arguments and of the wanted outputs, and what there is to go by."""

    given: frozenset[type]
    wanted: frozenset[type]
    examples: int
    words: bool

    def takes(self, *types: type) -> bool:
        """Whether an argument is of one of these types."""
        return not self.given.isdisjoint(types)

    def makes(self, *types: type) -> bool:
        """Whether all outputs are of these types, and there are some."""
        return bool(self.wanted) and self.wanted <= set(types)


class Workbench(Protocol):
    """What a strategy is handed by the engine: the shared bank of values, the components, the other strategies."""

    def components(self) -> tuple[Part[Any, Any, Any], ...]:
        """The usable components of the knowledge packs."""

    def relevance(self, problem: Problem) -> Mapping[str, float]:
        """How much the words, types and examples speak for each component id, 0 to 1."""

    def passes(self, problem: Problem, code: str) -> bool:
        """Whether the function in `code` gives the wanted output on every example (bounded in time and steps)."""

    @property
    def seed(self) -> int:
        """What whatever is drawn is drawn from."""

    def spend(self, steps: int) -> None:
        """Count work: a step is about one call of a small function on one example.

        The scheduler goes by steps and not by the clock, so that a busy machine changes no answer. What the bank and
        `passes` do is counted already.
        """

    def solve(self, problem: Problem, share: float) -> Iterator[Candidate | None]:
        """Solve a smaller problem with the whole portfolio, within `share` (0 to 1) of the remaining effort."""

    def machine(self, name: str) -> "Strategy":
        """The engine's own machinery that fills more than one file, by name.

        It is the function `search` of `aurora.engines.synthesis.<name>`, or of its file `search`; raises
        `NotFoundError` for any other name.
        """


Strategy: TypeAlias = Callable[[Problem, Workbench], Iterator[Candidate | None]]
"""Yields a candidate that passes all examples, or None as a breath (at least every 20 ms of work).

Facts of a strategy: `expects` is a function of the problem that says how likely the strategy is to pay, as a weight
beside those of the others (0: it is not run; 1.0 when there is no such fact); it may go by the shape and the words of a
problem, never by what a single task is about. `counts` says that the strategy counts its steps (see `Workbench.spend`);
one that does not is charged for 3 ms a breath. `prices` says that the costs of its candidates contain what they pay
for words which they do not tell.
"""


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
