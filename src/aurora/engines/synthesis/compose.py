"""Composition: a search over few operators, deeper than one over all can go.

They are those that the words speak for; where there are no words, the everyday ones on numbers and lists (as in the
language of DeepCoder, Balog et al., 2017).
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from heapq import nsmallest
from typing import cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Bank
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.binders import BINDERS
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.space import Space
from aurora.engines.synthesis.words import stem, stems
from aurora.model.answer import Candidate

_COMPONENTS = 20
_GLUE_COST = 1  # of operators that join others and need no word for it
_SPOKEN_CONSTANT = 2  # up to here a constant was named by the words, or stands in the examples
_EVERYDAY = frozenset(
    line.strip()
    for line in """
    {0:8} + {1:9}
    {0:8} - {1:9}
    {0:9} * {1:10}
    {0:9} // {1:10}
    {0:9} % {1:10}
    max({0}, {1})
    min({0}, {1})
    {0:11} ** 2
    -{0:10}
    abs({0})
    {0:6} == {1:6}
    {0:6} < {1:6}
    {0:9} % 2 == 0
    {0:9} % 2 == 1
    {0:6} > 0
    {0:6} < 0
    {0:12}[0]
    {0:12}[-1]
    {0:12}[1:]
    {0:12}[:-1]
    {0:12}[:{1}]
    {0:12}[{1}:]
    {0:12}[{1}]
    {0:12}[::-1]
    len({0})
    sum({0})
    max({0})
    min({0})
    sorted({0})
    list(zip({0}, {1}))
    list(accumulate({0}))
    """.splitlines()
)
_EVERYDAY_BINDERS = tuple(binder for binder in BINDERS if binder.cost == 1 and not binder.key)
_MACHINES = {"enumerate": 2.0, "elements": 1.5, "cases": 1.0}  # with their shares of the work
_ENDED = object()


class Narrow(Bench):
    """A workbench with the operators and constants that fit the words best."""

    def __init__(self, whole: Bench) -> None:
        super().__init__(whole.library, whole.deadline - time.monotonic(), whole.bias, whole.seed, whole.meter)
        self.most, self.partial = whole.most, whole.partial

    def _prepared(self, problem: Problem) -> Work:
        work = super()._prepared(problem)
        leaves = [entry for entry in work.space.leaves if entry.flags or entry.cost <= _SPOKEN_CONSTANT]
        bank = Bank(meter=self.meter)
        work.goals.attach(bank)
        if not problem.task.prompt:
            return replace(work, space=Space(leaves, everyday(work), binders=_EVERYDAY_BINDERS, bank=bank))
        return replace(work, space=Space(leaves, chosen(problem, work, _COMPONENTS), bank=bank))


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """The candidates of a few machines on a narrow workbench; who has done least for its share goes next."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    narrow = Narrow(owner)
    outer, inner = owner.work(problem), narrow.work(problem)
    outer.others.append(inner.space.bank)
    turns = {name: owner.machine(name)(problem, narrow) for name in _MACHINES}
    used = dict.fromkeys(_MACHINES, 0)
    while turns:
        name = min(turns, key=lambda one: used[one] / _MACHINES[one])
        before = owner.meter.steps
        candidate = next(turns[name], _ENDED)
        used[name] += owner.meter.steps - before + 1
        if candidate is _ENDED:
            del turns[name]
            continue
        outer.assessor.best = max(outer.assessor.best, inner.assessor.best)
        outer.best = min(outer.best, inner.best)
        yield cast("Candidate | None", candidate)


def everyday(work: Work) -> list[Operator]:
    """The operators on whole numbers and lists of them with which nearly all of the others can be said."""
    return [operator for operator in work.space.operators if operator.template in _EVERYDAY]


def chosen(problem: Problem, work: Work, count: int) -> list[Operator]:
    """The operators that a word names, the glue between them, and the components that the words fit best."""
    asked = set(stems(problem.words))
    components = set(map(id, work.components))
    grammar = [operator for operator in work.space.operators if id(operator) not in components]
    named = [operator for operator in grammar if asked & set(map(stem, operator.words.split()))]
    taken = set(map(id, named))
    glue = [operator for operator in grammar if operator.cost <= _GLUE_COST and id(operator) not in taken]
    return [*named, *glue, *nsmallest(count, work.components, key=lambda operator: operator.cost)]
