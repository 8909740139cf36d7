"""Sifting: an output that holds some elements of a sequence or range, told from the others by two conditions at most.

Which elements are kept is deduced; conditions are bit sets over all elements of all examples, so that a pair of them is
one operation on whole numbers.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.constants import keys_of
from aurora.engines.synthesis.elements import kept
from aurora.engines.synthesis.sketches.holes import Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, price
from aurora.engines.synthesis.sketches.sources import Source, countable, sources
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.keep_where"
_LEVELS = range(2, 8)
_POINTS = 1500  # elements over all examples
_CONDITIONS = 400
_WORDS = "filter remove keep only select all which numbers list find extract get"
_JOINTS: tuple[tuple[str, int, Callable[[int, int], int]], ...] = (
    ("and", 2, lambda one, other: one & other),
    ("or", 3, lambda one, other: one | other),
    ("and not", 3, lambda one, other: one & ~other),
)


@dataclass(slots=True)
class Sieve:
    """One source with the bits of the elements that are kept, and the conditions found so far."""

    work: Work
    source: Source
    wanted: int
    full: int
    holes: Holes
    conditions: list[tuple[Hole, int]]
    part: str = ""  # the key of the records whose values are kept, instead of the records
    ordered: bool = False  # the outputs are sorted afterwards


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Conditions, cheapest first, for every source of which the outputs are a part."""
    owner = cast("Bench", bench)
    if not problem.inputs or not all(type(output) in (list, tuple, str) for output in problem.outputs):
        return
    problem = countable(problem)
    work = owner.work(problem)
    yield from work.space.fill(2)
    results = Results(work)
    sieves = [sieve for source in sources(work) if (sieve := _sieve(work, source))]
    for level in _LEVELS:
        for sieve in sieves:
            for _ in sieve.holes.fill(level):
                yield None
            for _ in _grown(sieve, level, results):
                yield None
        results.release(math.inf)
        yield from owner.harvest(problem, _STRATEGY)
        yield None


def _sieve(work: Work, source: Source) -> Sieve | None:
    """The first way in which the outputs are a part of a source: its elements or one key of them, as is or sorted."""
    outputs = [list(output) for output in work.problem.outputs]
    points = [(number, item) for number, row in enumerate(source.rows) for item in row]
    if len(source.names) > 1 or len(points) > _POINTS:
        return None
    for part, ordered in product(("", *keys_of([item for _, item in points])), (False, True)):
        flat = _labels(source, outputs, part, ordered=ordered)
        if flat and any(flat) and not all(flat):
            own = {source.names[0]: [item for _, item in points]}
            holes = Holes(work, own, Captured.of(work), [number for number, _ in points], limit=3000)
            return Sieve(work, source, bits(flat), (1 << len(flat)) - 1, holes, [], part, ordered)
    return None


def _labels(source: Source, outputs: list[list[Any]], part: str, *, ordered: bool) -> list[bool]:
    """Which elements are kept; empty when the outputs do not come from them."""
    if ordered and not all(output == _sorted(output) for output in outputs):
        return []
    rows = [[item[part] for item in row] if part else list(row) for row in source.rows]
    labels = [kept(row, output, ordered=not ordered) for row, output in zip(rows, outputs, strict=True)]
    return [] if any(row is None for row in labels) else [label for row in labels if row for label in row]


def _sorted(items: list[Any]) -> list[Any]:
    try:
        return sorted(items)
    except TypeError:  # items that have no order
        return []


def bits(flags: Sequence[Any]) -> int:
    """Truth values as the bits of a number, the first one lowest."""
    return sum(1 << place for place, flag in enumerate(flags) if flag)


def _grown(sieve: Sieve, level: int, results: Results) -> Iterator[None]:
    """The conditions of one cost, each alone and with those before it."""
    for hole in sieve.holes.costing(level, lambda found: found == "bool"):
        mask = bits(hole.entry.values)
        if len(sieve.conditions) >= _CONDITIONS:
            return
        if mask == sieve.wanted:
            _offer(sieve, (hole,), hole.text, 0, results)
        for other, others in sieve.conditions:
            for one, two, first, second in ((hole, other, mask, others), (other, hole, others, mask)):
                for sign, cost, joined in _JOINTS:
                    if joined(first, second) & sieve.full == sieve.wanted:
                        _offer(
                            sieve, (one, two), f"{_bracketed(one.text)} {sign} {_bracketed(two.text)}", cost, results
                        )
        sieve.work.space.bank.meter.spend(len(sieve.conditions))
        sieve.conditions.append((hole, mask))
        yield


def _bracketed(text: str) -> str:
    return f"({text})" if " and " in text or " or " in text or " if " in text else text


def _offer(sieve: Sieve, holes: Sequence[Hole], condition: str, extra: int, results: Results) -> None:
    work, source = sieve.work, sieve.source
    cost = price(work, 1, _WORDS) + source.cost + sum(hole.cost for hole in holes) + extra + sieve.ordered
    outputs = [list(output) for output in work.problem.outputs]
    parts = (source.entry, *(hole.entry for hole in holes))
    results.offer(outputs, cost, parts, _WORDS, partial(_written, sieve, condition))
    results.forget()


def _written(sieve: Sieve, condition: str) -> Written:
    name = sieve.source.head
    kept_part = f"{name}[{sieve.part!r}]" if sieve.part else name
    text = f"[{kept_part} for {name} in {sieve.source.text} if {condition}]"
    return "", f"sorted({text})" if sieve.ordered else text
