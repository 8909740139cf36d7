"""Two pointers: from both ends of a sequence towards each other, one step at a time.

A rule says which of them moves; the answer is the best measure of what lies between them, or whether a measure is ever
met (as for the pair with a sum in a sorted list, and the widest container).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.sketches.holes import FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, by_level, price
from aurora.engines.synthesis.types import is_sequence
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.two_pointers"
_LEVELS = range(2, 9)
_POINTS = 40
_WORDS = "sorted pair two container water lines ends both between widest closest mirror"
_NAMES = ("left", "right", "width")


@dataclass(frozen=True, slots=True)
class Walk:
    """A rule for which pointer moves, and the pairs that are met on the way at every example."""

    work: Work
    entry: Entry
    rule: str
    cost: int
    rows: tuple[tuple[tuple[Any, Any, int], ...], ...]


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Measures and conditions over the pairs that are met, cheapest first."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    walks = list(_walks(work))
    prepared = [(walk, holes) for walk in walks if (holes := _holes(walk))]
    results = Results(work)
    if prepared:
        yield from by_level(owner, results, _STRATEGY, _LEVELS, partial(_level, prepared, results))


def _level(prepared: Sequence[tuple[Walk, Holes]], results: Results, level: int) -> Iterator[bool]:
    for walk, holes in prepared:
        yield from (False for _ in _measured(walk, holes, level, results))


def _walks(work: Work) -> Iterator[Walk]:
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    targets = [entry for entry in leaves if entry.type == "int"]
    for entry in leaves:
        if not is_sequence(entry.type) or entry.type == "str" or entry.type[1] not in ("int", "float"):
            continue
        rows = tuple(tuple(met(row, lambda left, right: left < right)) for row in entry.values)
        yield Walk(work, entry, "left < right", 1, rows)
        for target in targets:
            rows = tuple(
                tuple(met(row, partial(_below, goal))) for row, goal in zip(entry.values, target.values, strict=True)
            )
            yield Walk(work, entry, f"left + right < {target.text}", 2, rows)


def _below(goal: int, left: Any, right: Any) -> bool:
    return bool(left + right < goal)


def met(row: Sequence[Any], forward: Callable[[Any, Any], bool]) -> Iterator[tuple[Any, Any, int]]:
    """The pairs under the pointers with their distance; `forward` says whether the left one moves."""
    low, high = 0, len(row) - 1
    while low < high:
        yield row[low], row[high], high - low
        if forward(row[low], row[high]):
            low += 1
        else:
            high -= 1


def _holes(walk: Walk) -> Holes | None:
    points = [(number, pair) for number, row in enumerate(walk.rows) for pair in row][:_POINTS]
    if len(points) < 2:
        return None
    own = dict(zip(_NAMES, zip(*(pair for _, pair in points), strict=True), strict=True))
    captured = Captured.of(walk.work, without=(walk.entry.text,))
    return Holes(walk.work, own, captured, [number for number, _ in points], limit=6000)


def _measured(walk: Walk, holes: Holes, level: int, results: Results) -> Iterator[None]:
    yield from holes.fill(level)
    captured = Captured.of(walk.work, without=(walk.entry.text,))
    outer = [captured.at(number) for number in range(len(walk.rows))]
    for hole in holes.costing(level, lambda found: found in ("int", "float", "bool")):
        if hole.reads("left") or hole.reads("right"):
            _offer(walk, hole, outer, results)
            yield


def _offer(walk: Walk, hole: Hole, outer: Sequence[Sequence[Any]], results: Results) -> None:
    walk.work.space.bank.meter.spend(sum(map(len, walk.rows)))
    try:
        made = [[hole.run(*pair, *more) for pair in row] for row, more in zip(walk.rows, outer, strict=True)]
    except FAILURES:
        return
    unread = 2 - hole.reads("left") - hole.reads("right")
    cost = price(walk.work, 4, _WORDS) + walk.cost + hole.cost + 2 * unread
    parts = (walk.entry, hole.entry)
    if hole.type == "bool":
        written = partial(_written, walk, f"if {hole.text}:\n        return True", "", "False")
        results.offer([any(row) for row in made], cost, parts, _WORDS, written)
        return
    for choose in (max, min):
        if all(made):
            name = choose.__name__
            step = f"best = {hole.text} if best is None else {name}(best, {hole.text})"
            written = partial(_written, walk, step, "best = None", "best")
            results.offer([choose(row) for row in made], cost, parts, f"{_WORDS} {_EXTREMES[name]}", written)


_EXTREMES = {"max": "maximum largest most widest", "min": "minimum smallest least closest"}


def _written(walk: Walk, step: str, before: str, result: str) -> Written:
    name = walk.entry.text
    lines = [
        before,
        f"low, high = 0, len({name}) - 1",
        "while low < high:",
        f"    left, right, width = {name}[low], {name}[high], high - low",
        f"    {step}",
        f"    if {walk.rule}:",
        "        low += 1",
        "    else:",
        "        high -= 1",
    ]
    return "\n".join(line for line in lines if line), result
