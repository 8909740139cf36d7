"""Accumulation: one variable that every element changes, and the best, the last or all of what it was.

The total after the loop, or after every element, is compared with the goals; so is the best of a value that grows
and starts again (as in Kadane's algorithm, and in the length of runs).
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.growth import too_large
from aurora.engines.synthesis.sketches.holes import ASSIGN, FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, by_level, price
from aurora.engines.synthesis.sketches.sources import Source, sources
from aurora.engines.synthesis.types import Type, type_of
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.accumulate"
_POINTS, _SOURCES = 36, 4
_LEVELS = range(2, 10)
_WORDS = "accumulate running total each until so far fold"
_STREAK = "longest run streak consecutive row stretch largest shortest contiguous subarray sublist"
_INITS: dict[type, tuple[Any, ...]] = {
    int: (0, 1), float: (0.0, 1.0), str: ("",), list: ([],), dict: ({},), bool: (True, False), tuple: ([],), set: ([],),
}  # fmt: skip


@dataclass(slots=True)
class Loop:
    """One accumulation: its source, the first value of its total, and the holes over both."""

    work: Work
    source: Source
    init: str
    inits: list[Any]
    captured: Captured
    holes: Holes
    outer: list[list[Any]] = field(default_factory=list)  # captured values of each example

    def totals(self, step: Callable[..., Any]) -> list[list[Any]] | None:
        """All totals at every example; None when the step fails somewhere."""
        split = self.source.split
        self.work.space.bank.meter.spend(sum(map(len, self.source.rows)))
        found = []
        for init, row, outer in zip(self.inits, self.source.rows, self.outer, strict=True):
            total, seen = init, [init]
            try:
                for item in row:
                    total = step(total, *split(item), *outer)
                    if too_large(total):
                        return None
                    seen.append(total)
            except FAILURES:
                return None
            found.append(seen)
        return found


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Steps, and steps under a condition, cheapest first, over the cheapest sources."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    loops = list(_loops(work))
    results = Results(work)
    yield None
    yield from by_level(owner, results, _STRATEGY, _LEVELS, partial(_level, loops, results))


def _level(loops: Sequence[Loop], results: Results, level: int) -> Iterator[bool | None]:
    for loop in loops:
        yield from loop.holes.fill(level - 1)
        yield from map(bool, _runs(loop, level, results))


def _loops(work: Work) -> Iterator[Loop]:
    kinds = {type(output) for output in work.problem.outputs}
    if len(kinds) != 1:
        return
    wanted = kinds.pop()
    inits = _INITS.get(wanted, ())
    if wanted is bool:
        inits = (*inits, 0)
    for source in sources(work)[:_SOURCES]:
        for init in inits:
            yield _loop(work, source, repr(init), [init] * len(source.rows), _pool(work, init))
        if wanted in (list, tuple):
            yield from _scans(work, source)


def _scans(work: Work, source: Source) -> Iterator[Loop]:
    """Loops whose totals are all wanted: they begin with a number, or with a parameter that is one."""
    items = [item for output in work.problem.outputs for item in output]
    if not items or type(items[0]) is not int:
        return
    yield _loop(work, source, "0", [0] * len(source.rows), items[:12])
    for name, column in zip(work.problem.parameters, zip(*work.problem.inputs, strict=True), strict=False):
        if all(type(value) is int for value in column):
            yield _loop(work, source, name, list(column), items[:12])


def _pool(work: Work, init: Any) -> list[Any]:
    """Values that a total may have: the first one, outputs and what outputs begin with."""
    kind = type(init)
    outputs: list[Any] = [list(output) if kind is list else output for output in work.problem.outputs]
    fitting = [output for output in outputs if type(output) is kind][:8]
    if kind in (str, list):
        fitting += [output[: len(output) // 2] for output in fitting]
    elif kind is int:
        fitting += [1, 2, 3, 7]
    elif kind is dict:
        fitting += [dict(list(output.items())[:1]) for output in fitting]
    return [init, *fitting]


def _loop(work: Work, source: Source, init: str, inits: list[Any], pool: Sequence[Any]) -> Loop:
    chance = random.Random(0)
    places = [(number, item) for number, row in enumerate(source.rows) for item in row]
    chosen = chance.sample(places, min(len(places), _POINTS))
    while len(chosen) < _POINTS // 2:
        chosen.append(chance.choice(places))
    parts = list(zip(*(source.split(item) for _, item in chosen), strict=True))
    own = {"total": [chance.choice(pool) for _ in chosen], **dict(zip(source.names, parts, strict=True))}
    captured = Captured.of(work, without=(source.text,))
    holes = Holes(work, own, captured, [number for number, _ in chosen], extra=ASSIGN)
    return Loop(work, source, init, inits, captured, holes, [captured.at(number) for number in range(len(source.rows))])


def _runs(loop: Loop, level: int, results: Results) -> Iterator[bool]:
    """Run the loops of one cost; whether each led to a goal."""
    kind = type_of(loop.inits[0])
    base = price(loop.work, 3, _WORDS) + loop.source.cost
    for step in loop.holes.costing(level - 1, partial(_may_be, kind)):
        if step.reads("total"):
            yield _offer(loop, results, base + step.cost, (step,), step.run, f"total = {step.text}")
    for cost in range(1, level - 3):
        steps = list(loop.holes.costing(cost, partial(_may_be, kind)))
        conditions = list(loop.holes.costing(level - 2 - cost, _truth))
        for step, condition in product(steps, conditions):
            text = f"if {condition.text}:\n        total = {step.text}"
            paid = base + 1 + step.cost + condition.cost
            yield _offer(loop, results, paid, (step, condition), _guarded(condition.run, step.run), text)
            if kind == "int":
                text = f"total = {step.text} if {condition.text} else {loop.init}"
                run = _restarted(condition.run, step.run, loop.inits[0])
                yield _offer(loop, results, paid, (step, condition), run, text)


def _may_be(kind: Type, found: Type) -> bool:
    if isinstance(kind, tuple):
        return isinstance(found, tuple) and found[0] == kind[0]
    return bool(found == kind or (kind == "int" and found == "float"))


def _truth(found: Type) -> bool:
    return bool(found == "bool")


def _guarded(condition: Callable[..., Any], step: Callable[..., Any]) -> Callable[..., Any]:
    def run(total: Any, *others: Any) -> Any:
        return step(total, *others) if condition(total, *others) else total

    return run


def _restarted(condition: Callable[..., Any], step: Callable[..., Any], init: Any) -> Callable[..., Any]:
    def run(total: Any, *others: Any) -> Any:
        return step(total, *others) if condition(total, *others) else init

    return run


def _offer(
    loop: Loop, results: Results, cost: int, holes: tuple[Hole, ...], run: Callable[..., Any], text: str
) -> bool:
    totals = loop.totals(run)
    if totals is None:
        return False
    parts = (loop.source.entry, *(hole.entry for hole in holes))
    write = partial(_written, loop, text)
    found = results.offer([seen[-1] for seen in totals], cost, parts, _WORDS, write)
    if type(loop.work.problem.outputs[0]) in (list, tuple) and type(loop.inits[0]) is not list:
        running = partial(_written_running, loop, text)
        found |= results.offer([seen[1:] for seen in totals], cost + 1, parts, "running each so far", running)
    elif type(loop.inits[0]) is int:
        best = partial(_written_best, loop, text)
        found |= results.offer([max(seen) for seen in totals], cost + 2, parts, _STREAK, best)
    return found


def _written(loop: Loop, step: str) -> Written:
    return f"total = {loop.init}\nfor {loop.source.head} in {loop.source.text}:\n    {step}", "total"


def _written_best(loop: Loop, step: str) -> Written:
    prelude, _ = _written(loop, step)
    return f"best = {loop.init}\n{prelude}\n    best = max(best, total)", "best"


def _written_running(loop: Loop, step: str) -> Written:
    prelude, _ = _written(loop, step)
    return f"totals = []\n{prelude}\n    totals.append(total)", "totals"
