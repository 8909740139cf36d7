"""Recursion over structure: halves of a sequence that are solved and combined, and nested lists level by level.

Halves as in merge sort (divide and conquer); nested lists by a catamorphism: what a leaf gives, and how a level joins
what its parts give (Meijer et al. 1991).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.growth import too_large
from aurora.engines.synthesis.operators import evaluate
from aurora.engines.synthesis.sketches.holes import FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, by_level, price
from aurora.engines.synthesis.types import Type, is_sequence
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.divide"
_LEVELS = range(1, 8)
_LONGEST = 64  # elements of a sequence that is halved
_POINTS = 40
_HALVES = "divide conquer half halves merge recursive tournament"
_NESTED = "nested deep depth recursive flatten level levels inner sublists"

# The sequences that are taken apart, each with the holes over its parts.
Found = Sequence[tuple[Entry, Holes]]

# How a level of a nested list joins what its parts give: text over `parts`, price, meaning.
_Join = tuple[str, int, Callable[[list[Any]], Any]]
_JOINS: tuple[_Join, ...] = tuple(
    (text, cost, evaluate(f"lambda parts: {text}"))
    for text, cost in (
        ("sum(parts)", 1), ("max(parts, default=0)", 2), ("1 + max(parts, default=0)", 2), ("parts", 2),
        ("parts[::-1]", 2), ("[item for part in parts for item in part]", 2), ("1 + sum(parts)", 3),
        ('"".join(parts)', 2), ("math.prod(parts)", 3), ("any(parts)", 2), ("all(parts)", 2),
        ("sorted(parts)", 3), ("max(parts)", 2), ("min(parts)", 2),
    )
)  # fmt: skip


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Leaves for nested lists, combinations for halves, cheapest first."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    nested = [found for entry in leaves if (found := _nested(work, entry))]
    halved = [found for entry in leaves if (found := _halved(work, entry))]
    results = Results(work)
    if nested or halved:
        yield from by_level(owner, results, _STRATEGY, _LEVELS, partial(_level, work, nested, halved, results))


def _level(work: Work, nested: Found, halved: Found, results: Results, level: int) -> Iterator[bool]:
    for entry, holes in nested:
        yield from (False for _ in _leaved(work, entry, holes, level, results))
    for entry, holes in halved:
        yield from (False for _ in _combined(work, entry, holes, level, results))


def _nested(work: Work, entry: Entry) -> tuple[Entry, Holes] | None:
    """The holes over a leaf, when the values hold lists in lists."""
    if not any(isinstance(value, list) and any(isinstance(item, list) for item in value) for value in entry.values):
        return None
    points = [(number, item) for number, value in enumerate(entry.values) for item in leaves_of(value)][:_POINTS]
    if not points:
        return None
    captured = Captured.of(work, without=(entry.text,))
    return entry, Holes(work, {"item": [item for _, item in points]}, captured, [number for number, _ in points])


def leaves_of(value: Any) -> Iterator[Any]:
    """What a nested list holds that is no list."""
    if isinstance(value, list):
        for item in value:
            yield from leaves_of(item)
    else:
        yield value


def folded(value: Any, leaf: Callable[[Any], Any], join: Callable[[list[Any]], Any]) -> Any:
    """A nested list from the leaves up."""
    if isinstance(value, list):
        return join([folded(part, leaf, join) for part in value])
    return leaf(value)


def _leaved(work: Work, entry: Entry, holes: Holes, level: int, results: Results) -> Iterator[None]:
    yield from holes.fill(level)
    outer = [Captured.of(work, without=(entry.text,)).at(number) for number in range(len(entry.values))]
    for leaf in holes.costing(level, lambda _found: True):
        for text, cost, join in _JOINS:
            try:
                values = [
                    folded(value, partial(_leaf, leaf, more), join)
                    for value, more in zip(entry.values, outer, strict=True)
                ]
            except FAILURES:
                continue
            paid = price(work, 3, _NESTED) + leaf.cost + cost
            write = partial(_written_nested, entry.text, leaf.text, text)
            results.offer(values, paid, (entry, leaf.entry), _NESTED, write)
        work.space.bank.meter.spend(len(_JOINS) * len(entry.values))
        yield


def _leaf(leaf: Hole, outer: Sequence[Any], item: Any) -> Any:
    return leaf.run(item, *outer)


def _written_nested(name: str, leaf: str, join: str) -> Written:
    lines = [
        "def fold(item):",
        "    if not isinstance(item, list):",
        f"        return {leaf}",
        "    parts = [fold(part) for part in item]",
        f"    return {join}",
        "",
    ]
    return "\n".join(lines), f"fold({name})"


def _halved(work: Work, entry: Entry) -> tuple[Entry, Holes] | None:
    """The holes over what two halves give, when the output is of the type of the elements or of the sequence."""
    kinds = {type(output) for output in work.problem.outputs}
    if not is_sequence(entry.type) or len(kinds) != 1 or max(map(len, entry.values)) > _LONGEST:
        return None
    if not all(entry.values):
        return None
    outputs = list(work.problem.outputs)
    pool = [*outputs, *(item for value in entry.values for item in value if type(item) in kinds)][:_POINTS]
    own = {"left": pool, "right": [*pool[1:], pool[0]]}
    examples = [number % len(outputs) for number in range(len(pool))]
    return entry, Holes(work, own, Captured(()), examples, limit=2000)


_BASES: tuple[tuple[str, int, Callable[[Any], Any]], ...] = (
    ("items[0]", 0, lambda items: items[0]),
    ("items", 1, lambda items: items),
    ("1", 2, len),
)


def _combined(work: Work, entry: Entry, holes: Holes, level: int, results: Results) -> Iterator[None]:
    yield from holes.fill(level)
    for body in holes.costing(level, partial(_as, type(work.problem.outputs[0]))):
        if not (body.reads("left") and body.reads("right")):
            continue
        for text, extra, base in _BASES:
            try:
                values = [halves(value, base, body.run) for value in entry.values]
            except FAILURES:
                continue
            cost = price(work, 4, _HALVES) + body.cost + extra
            write = partial(_written_halves, entry.text, text, body.text)
            results.offer(values, cost, (entry, body.entry), _HALVES, write)
        work.space.bank.meter.spend(2 * sum(map(len, entry.values)))
        yield


def _as(kind: type, found: Type) -> bool:
    return {int: "int", str: "str", float: "float", bool: "bool"}.get(kind, kind.__name__) == (
        found if isinstance(found, str) else found[0]
    )


def halves(items: Any, base: Callable[[Any], Any], combine: Callable[[Any, Any], Any]) -> Any:
    """What a sequence gives when its halves are solved and combined; raises `ValueError` when that grows too large."""
    if len(items) == 1:
        return base(items)
    middle = len(items) // 2
    made = combine(halves(items[:middle], base, combine), halves(items[middle:], base, combine))
    if too_large(made):
        raise ValueError
    return made


def _written_halves(name: str, base: str, body: str) -> Written:
    lines = [
        "def solve(items):",
        "    if len(items) == 1:",
        f"        return {base}",
        "    middle = len(items) // 2",
        "    left, right = solve(items[:middle]), solve(items[middle:])",
        f"    return {body}",
        "",
    ]
    return "\n".join(lines), f"solve({name})"
