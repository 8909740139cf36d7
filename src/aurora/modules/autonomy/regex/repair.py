"""Local search: readings that miss an example are changed a little, until the examples hold."""

import heapq
from collections.abc import Iterator, Sequence
from itertools import count

from aurora.modules.autonomy.regex.clauses import Reading
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import (
    ALNUM,
    ANY,
    ANYTHING,
    DIGIT,
    LETTER,
    LOWER,
    SPECIAL,
    UPPER,
    Both,
    Chain,
    Chars,
    Choice,
    Node,
    Not,
    Repeat,
    Text,
    both,
    chain,
    choice,
    negated,
    repeat,
)  # fmt: skip

MISSED = 2.0  # bits for each example that is still judged wrong
EVALUATED = 2500

_NEAR: dict[frozenset[str], tuple[frozenset[str], ...]] = {
    LOWER: (LETTER, LOWER | DIGIT),
    UPPER: (LETTER, UPPER | DIGIT),
    LETTER: (LOWER, UPPER, ALNUM),
    DIGIT: (ALNUM,),
    SPECIAL: (ANY - ALNUM, SPECIAL | DIGIT, SPECIAL | LETTER),
    ANY: (ANY - LETTER, ANY - DIGIT),
}


def repaired(readings: Sequence[Reading], examples: Examples) -> Iterator[Reading | None]:
    """Readings near the given ones on which all examples hold, cheapest first, with None as a breath."""
    order = count()
    heap: list[tuple[float, int, Reading, int]] = []
    seen: set[Node] = set()

    def push(reading: Reading) -> None:
        if reading.node not in seen:
            seen.add(reading.node)
            missed = examples.missed(reading.node)
            heapq.heappush(heap, (reading.cost + MISSED * missed, next(order), reading, missed))

    for reading in readings:
        push(reading)
        yield None
    while heap and len(seen) < EVALUATED:
        _, _, reading, missed = heapq.heappop(heap)
        if not missed:
            yield reading
            continue
        for number, (node, price) in enumerate(neighbours(reading.node)):
            push(Reading(reading.cost + price, node))
            if number % 16 == 15:
                yield None
        yield None


def neighbours(node: Node) -> Iterator[tuple[Node, float]]:
    """The node with one change, each with its price in bits."""
    match node:
        case Chars(members):
            for other in _NEAR.get(members, ()):
                yield Chars(other), 4.0
        case Text():
            yield repeat(node, 1, None), 4.0
        case Repeat():
            yield from _around_repeat(node)
        case Chain(parts):
            yield from _around_chain(parts)
        case Choice(parts) | Both(parts):
            join = choice if isinstance(node, Choice) else both
            yield from ((join(row), price) for row, price in _one_changed(parts))
            yield from ((join(_dropped(parts, place)), 6.0) for place in range(len(parts)))
        case Not(item):
            yield from ((negated(inner), price) for inner, price in neighbours(item))


def _around_repeat(node: Repeat) -> Iterator[tuple[Node, float]]:
    low, high = node.low, node.high
    if node != ANYTHING:
        if low:
            yield Repeat(node.item, low - 1, high), 2.5 if high is None else 3.0
        if high is not None:
            yield Repeat(node.item, low, None), 3.5
            yield Repeat(node.item, low, high + 1), 3.0
            if high > low:
                yield Repeat(node.item, low, high - 1), 4.0
            if low == high and low > 1:
                yield Repeat(node.item, 1, high), 4.5
        else:
            yield Repeat(node.item, low + 1, None), 3.5
            yield repeat(node.item, max(low, 1), max(low, 1)), 4.0
        yield from ((Repeat(inner, low, high), price) for inner, price in neighbours(node.item))


def _around_chain(parts: tuple[Node, ...]) -> Iterator[tuple[Node, float]]:
    yield from ((chain(row), price) for row, price in _one_changed(parts))
    for place, part in enumerate(parts):
        if part != ANYTHING:
            yield chain((*parts[:place], repeat(part, 0, 1), *parts[place + 1 :])), 4.5
        yield chain(_dropped(parts, place)), 7.0
        if place:
            yield chain((*parts[:place], ANYTHING, *parts[place:])), 7.0


def _one_changed(parts: tuple[Node, ...]) -> Iterator[tuple[tuple[Node, ...], float]]:
    for place, part in enumerate(parts):
        for changed, price in neighbours(part):
            yield (*parts[:place], changed, *parts[place + 1 :]), price


def _dropped(parts: tuple[Node, ...], place: int) -> tuple[Node, ...]:
    return (*parts[:place], *parts[place + 1 :])
