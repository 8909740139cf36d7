"""Elements: what must happen to each element of a list is deduced from the outputs, and searched for by itself.

An output as long as a list is a map over it: the wanted value at each element is known. An output that is a subsequence
of a list is a filter: whether each element is kept is known. See Feser et al., "Synthesizing data structure
transformations from input-output examples" (2015).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.binders import BINDERS, SCAN, Binder
from aurora.engines.synthesis.cases import decisions
from aurora.engines.synthesis.goals import Goals, Hit
from aurora.engines.synthesis.lambdas import Child
from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import is_sequence
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.map_elements"
_MAP, _FILTER = BINDERS[0], BINDERS[1]
_SOURCE_COST, _SOURCES = 5, 8  # of the lists that are looked at, and how many of them
_ENTRIES = 60_000
_POINTS = 600
_LEVELS = range(1, 14)


@dataclass(slots=True)
class Context:
    """One list with what is wanted at its elements."""

    child: Child
    binder: Binder
    goals: Goals
    wanted: list[Any]
    taken: int = 0


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Search the elements of the cheapest lists that fit the outputs, deeper and deeper."""
    owner = cast("Bench", bench)
    outputs = problem.outputs
    if not outputs or not all(isinstance(output, list | tuple | str) for output in outputs):
        return
    work = owner.work(problem)
    contexts: list[Context] = []
    for level in _LEVELS:
        if level <= _SOURCE_COST:
            yield from work.space.fill(level)
            contexts += islice(_contexts(work, level), max(0, _SOURCES - len(contexts)))
        for context in contexts:
            for _ in context.child.space.fill(level):
                yield None
                yield from _collect(owner, work, context, level)
            yield from _collect(owner, work, context, level, decide=True)
            yield None


def _contexts(work: Work, cost: int) -> Iterator[Context]:
    for found in list(work.space.bank.by_type):
        if is_sequence(found):
            for source in work.space.bank.of(found, cost):
                if source.flags and 0 < sum(map(len, source.values)) <= _POINTS:
                    yield from _fitting(work, source)


def _fitting(work: Work, source: Entry) -> Iterator[Context]:
    outputs = work.problem.outputs
    if [len(row) for row in source.values] == [len(output) for output in outputs]:
        yield _context(work, source, _MAP, [item for output in outputs for item in output])
        yield from _scan(work, source)
        return
    labels = [kept(list(row), list(output)) for row, output in zip(source.values, outputs, strict=True)]
    flat = [label for row in labels if row is not None for label in row]
    if all(row is not None for row in labels) and any(flat) and not all(flat):
        yield _context(work, source, _FILTER, flat)


def _scan(work: Work, source: Entry) -> Iterator[Context]:
    """A list whose first element is kept, and every other made from it and the output before it."""
    outputs = [list(output) for output in work.problem.outputs]
    wanted = [item for output in outputs for item in output[1:]]
    begins = all(not output or output[0] == row[0] for output, row in zip(outputs, source.values, strict=True))
    if begins and wanted:
        yield _context(work, source, SCAN, wanted, [output[:-1] for output in outputs])


def _context(
    work: Work, source: Entry, binder: Binder, wanted: list[Any], totals: list[list[Any]] | None = None
) -> Context:
    child = Child(work.space, source, _ENTRIES, totals)
    goals = Goals(wanted, depth=1, whole=False)
    goals.attach(child.space.bank)
    return Context(child, binder, goals, wanted)


def kept(row: Sequence[Any], output: Sequence[Any]) -> list[bool] | None:
    """Which elements of a row make the output, the first that fit; None when it is no subsequence."""
    labels, place = [], 0
    for item in row:
        fits = place < len(output) and type(item) is type(output[place]) and item == output[place]
        labels.append(fits)
        place += fits
    return labels if place == len(output) else None


def _collect(owner: Bench, work: Work, context: Context, level: int, *, decide: bool = False) -> Iterator[Candidate]:
    bodies = [hit.entry for hit in context.goals.hits[context.taken :]]
    context.taken = len(context.goals.hits)
    if (
        decide
        and context.binder is not _FILTER
        and not context.goals.hits
        and len(context.wanted) > 2 * len(work.problem.outputs)
    ):
        bodies += decisions(context.child.space.bank, context.wanted, level)
    for body in bodies[:10]:
        entry = _listed(context, body, work.problem.outputs[0])
        work.goals.hits.append(Hit(entry, entry.cost))
    if bodies:
        yield from owner.harvest(work.problem, _STRATEGY)


def _listed(context: Context, body: Entry, shown: Any) -> Entry:
    source, scope = context.child.source, context.child.scope
    cost = source.cost + body.cost + context.binder.cost
    operator = context.binder.operator(scope, body)
    made = Entry((), "any", cost, operator, (source, body), flags=source.flags)
    if isinstance(shown, list):
        return made
    template = "tuple({0})" if isinstance(shown, tuple) else '"".join({0})'
    return Entry((), "any", cost + 1, Operator("step", ("any",), tuple, template), (made,), flags=made.flags)
