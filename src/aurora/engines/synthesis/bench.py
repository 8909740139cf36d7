"""The workbench of one search: the library, the shared bank of each problem, and what strategies may ask for."""

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any, cast

from aurora.contracts.strategy import Problem, Strategy
from aurora.engines.synthesis.assess import Assessor, information
from aurora.engines.synthesis.bank import Bank, room
from aurora.engines.synthesis.binders import BINDERS
from aurora.engines.synthesis.constants import leaves_of
from aurora.engines.synthesis.effort import TRIAL, Meter
from aurora.engines.synthesis.goals import Goals, Hit
from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.grammar.folds import folds
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.prior import Model, fitted, leaning, weighted
from aurora.engines.synthesis.promises import Promises
from aurora.engines.synthesis.render import components_of, function
from aurora.engines.synthesis.space import Space
from aurora.engines.synthesis.watchdog import bounded
from aurora.model.answer import Candidate
from aurora.model.effort import SECOND
from aurora.model.errors import NotFoundError
from aurora.registry.declare import Part

_PACKAGE = "aurora.engines.synthesis"
_ASSERT_SECONDS = 1.0
_MARGIN = 5.0  # bits by which a candidate may be worse than the best
_LEAST_MODULUS = 2
_TWINS = 6  # of a hit
_ENTRIES = 300_000  # of the bank of a problem
_AT_ONCE = 12  # hits that are tried of those found since the last time


@dataclass(slots=True)
class Work:
    """What is shared by the strategies that work on one problem."""

    problem: Problem
    space: Space
    goals: Goals
    components: list[Operator]
    assessor: Assessor
    rendered: dict[str, float] = field(default_factory=dict)  # the texts that were tried, with their least costs
    taken: int = 0  # hits looked at
    best: float = math.inf  # cost of the best candidate
    information: int = 8  # bits of the results
    others: list[Bank] = field(default_factory=list)  # of searches over fewer operators


class Bench:
    """A workbench (see `contracts.strategy.Workbench`) over a library, until a deadline.

    `most` is how many steps of work may be done if `steps` says so; else how many are expected to fit before the
    deadline, which end only a part of a problem.
    """

    def __init__(
        self,
        library: Library,
        seconds: float,
        bias: Mapping[str, float] | None = None,
        seed: int = 0,
        meter: Meter | None = None,
        *,
        steps: int = 0,
        prior: Model | None = None,
    ) -> None:
        self.library = library
        self.prior = prior or fitted()
        self.bias = dict(bias or {})  # of components and strategies, by id: what earlier runs say
        self.deadline = time.monotonic() + seconds
        self.seed = seed
        self.meter = meter or Meter()
        self.began = self.meter.steps
        self.most = self.began + (steps or int(seconds * SECOND))
        self.partial = bool(steps)
        self.exhausted = False
        self.phase = ""  # the strategy at work
        self.notes: list[str] = []
        self._works: dict[int, Work] = {}
        self._promises: dict[int, Promises] = {}
        self._relevance: dict[int, dict[str, float]] = {}

    @cached_property
    def parts(self) -> Mapping[str, Part[Any, Any, Any]]:
        """The components by id."""
        return {part.id: part for part in self.library.components}

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - time.monotonic()

    @property
    def going(self) -> bool:
        """Whether the search may go on."""
        return time.monotonic() < self.deadline and not (self.partial and self.meter.steps >= self.most)

    def inner(self, share: float) -> "Bench":
        """A workbench for a part of a problem, with a share of the effort that is left."""
        inner = Bench(
            self.library, self.deadline - time.monotonic(), self.bias, self.seed, self.meter, prior=self.prior
        )
        inner.most = self.meter.steps + int(share * max(0, self.most - self.meter.steps))
        inner.partial = True
        return inner

    def spend(self, steps: int) -> None:
        """Count steps of work."""
        self.meter.spend(steps)

    @property
    def tried(self) -> int:
        """Programs evaluated so far."""
        return sum(work.space.bank.tried for work in self._works.values())

    def components(self) -> tuple[Part[Any, Any, Any], ...]:
        """The usable components of the knowledge packs."""
        return self.library.components

    def relevance(self, problem: Problem) -> Mapping[str, float]:
        """How much the words speak for each component id, 0 to 1."""
        if id(problem) not in self._relevance:
            scores = self.library.index.scores(problem.words)
            known = {**self.library.operators, **self.library.standard}
            told = bool(problem.task.prompt and problem.inputs)
            self._relevance[id(problem)] = self.prior.relevance(known, scores, problem) if told else scores
        return self._relevance[id(problem)]

    def work(self, problem: Problem) -> Work:
        """The shared bank of a problem."""
        if id(problem) not in self._works:
            self._works[id(problem)] = self._prepared(problem)
        return self._works[id(problem)]

    def _prepared(self, problem: Problem) -> Work:
        columns = list(zip(*problem.inputs, strict=True))
        leaves = leaves_of(problem)
        numbers = {entry.values[0]: entry.cost for entry in leaves if entry.type == "int" and not entry.flags}
        moduli = {number: cost for number, cost in numbers.items() if number > _LEAST_MODULUS}
        letters = {entry.values[0]: entry.cost for entry in leaves if entry.type == "str" and not entry.flags}
        letters = {text: cost for text, cost in letters.items() if len(text) == 1 and cost == 1}
        given = list(zip(problem.parameters, columns, strict=False))
        untold = not problem.task.prompt  # words would tell the numbers
        goals = Goals(problem.outputs, given, moduli=moduli, letters=letters, closings=untold)
        bank = Bank(limit=room(_ENTRIES, len(problem.outputs)), meter=self.meter)
        goals.attach(bank)
        relevance = leaning(self.relevance(problem), self.bias)
        components = self.library.priced(relevance)
        priced = components if problem.task.prompt else weighted(components, problem, self.prior)
        operators = [*weighted([*OPERATORS, *folds()], problem, self.prior), *priced]
        space = Space(leaves, operators, binders=[*BINDERS, *self.library.binding(relevance)], bank=bank)
        assessor = Assessor(problem, self.library.index)
        return Work(problem, space, goals, components, assessor, information=information(problem.outputs))

    def passes(self, problem: Problem, code: str) -> bool:
        """Whether the function in `code` keeps every assertion of the task, within a second each, and its promises."""
        scope: dict[str, Any] = {"__name__": "candidate"}
        task = problem.task
        self.meter.spend(TRIAL * (1 + len(task.asserts)))

        def load() -> bool:
            exec(compile("\n".join([task.setup, *task.library.values(), code]), "candidate", "exec"), scope)
            return True

        if not bounded(load, _ASSERT_SECONDS):
            return False
        held = all(bounded(partial(_holds, text, scope), _ASSERT_SECONDS) for text in task.asserts)
        return held and self._promised(problem).kept(scope)

    def _promised(self, problem: Problem) -> Promises:
        if id(problem) not in self._promises:
            self._promises[id(problem)] = Promises(problem, self.seed)
        return self._promises[id(problem)]

    def harvest(self, problem: Problem, strategy: str) -> Iterator[Candidate]:
        """The new hits of a problem's bank as candidates that pass, cheapest first."""
        work = self.work(problem)
        fresh = work.goals.hits[work.taken :]
        work.taken = len(work.goals.hits)
        priced = sorted(((self._price(work, hit), hit) for hit in fresh), key=lambda pair: pair[0])
        for cost, hit in priced[:_AT_ONCE]:
            if cost > work.best + _MARGIN:
                return
            candidate = self.candidate(work, hit, cost, strategy)
            if candidate:
                work.best = min(work.best, cost)
                yield candidate
                yield from self._twins(work, hit, strategy)

    def _twins(self, work: Work, hit: Hit, strategy: str) -> Iterator[Candidate]:
        """Candidates that differ from a hit in one part, which does the same on the examples: the judge may tell."""
        for entry in islice(work.space.bank.alternatives(hit.entry), _TWINS):
            other = Hit(entry, hit.cost)
            candidate = self.candidate(work, other, self._price(work, other), strategy)
            if candidate:
                yield candidate

    def _price(self, work: Work, hit: Hit) -> float:
        return hit.cost + work.assessor.price(hit.entry)

    def candidate(self, work: Work, hit: Hit, cost: float, strategy: str) -> Candidate | None:
        """A hit as a candidate; None when it does not pass, or is known and not cheaper."""
        code = function(work.problem, hit.entry, self.parts)
        if work.rendered.get(code, math.inf) <= cost:
            return None
        work.rendered[code] = cost
        if not self.passes(work.problem, code):
            return None
        work.assessor.confirm(hit.entry)
        return Candidate(code, strategy, cost, components_of(hit.entry))

    def solve(self, problem: Problem, share: float) -> Iterator[Candidate | None]:
        """Solve a smaller problem with the whole portfolio."""
        yield from import_module(f"{_PACKAGE}.portfolio").smaller(problem, self, share)

    def machine(self, name: str) -> Strategy:
        """The engine's own machinery by name."""
        if find_spec(f"{_PACKAGE}.{name}") is None:
            raise NotFoundError("machine", name)
        module = import_module(f"{_PACKAGE}.{name}")
        if not hasattr(module, "search"):
            module = import_module(f"{_PACKAGE}.{name}.search")
        return cast("Strategy", module.search)


def _holds(text: str, scope: dict[str, Any]) -> bool:
    exec(compile(text, "assertion", "exec"), dict(scope))
    return True
