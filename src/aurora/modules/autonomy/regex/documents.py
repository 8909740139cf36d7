"""Descriptions of lists: what holds for which part, what separates the parts, and how many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from aurora.modules.autonomy.regex.clauses import Reading, readings
from aurora.modules.autonomy.regex.condensing import condensed
from aurora.modules.autonomy.regex.lexicon import Item, items
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import ANY, EMPTY, Chars, Node, Text, both, chain, repeat
from aurora.modules.autonomy.regex.phrases import Reader
from aurora.modules.autonomy.regex.vocabulary import FILLERS

SINGLE = 120  # readings that are kept of one text
PARTS = 14  # ... of one part of a list
COMBINED = 400
EVERY = 0


@dataclass(slots=True)
class Listing:
    """A list as described: its separator, the number of parts (None: any), the items said of each part."""

    separator: str
    count: int | None
    said: dict[int, list[Item]] = field(default_factory=dict)  # 1-based; EVERY for all parts


def described(words: str, examples: Examples) -> list[Reading]:
    """The readings of a description, cheapest first."""
    found = items(words)
    whole = readings(Reader(condensed(found)).clauses(), examples, SINGLE)
    listing = listed(found)
    if listing is None:
        return whole
    late = [Reading(reading.cost + 4.0, reading.node) for reading in whole]
    return sorted([*_lists(listing, examples), *late], key=lambda reading: reading.cost)


def understood(words: str) -> float:
    """The share of the words that speak of texts and were read, 0 to 1; 0 when they say nothing of the texts that
    match."""
    found = items(words)
    if not Reader(condensed(found)).clauses():
        return 0.0
    unread = sum(item.kind == "unknown" and item.text.isalpha() and item.text.lower() not in FILLERS for item in found)
    read = sum(item.kind not in ("unknown", "stop", "comma") for item in found)
    return read / (read + unread)


def listed(found: Sequence[Item]) -> Listing | None:
    """The description as that of a list; None when nothing speaks for one."""
    separator, found = _separator(found)
    said: dict[int, list[Item]] = {}
    scope: tuple[int, ...] = (EVERY,)
    count = _count(found)
    highest = max((i.value for i in found if i.kind == "ordinal"), default=0)
    if count is None and highest > 1:
        count = highest + any(item.kind == "ordinal" and item.value == -1 for item in found)
    place = 0
    while place < len(found):
        new, after = _scope(found, place, count or highest, scope)
        if new is not None:
            scope, place = new, after
            continue
        for part in scope:
            said.setdefault(part, []).append(found[place])
        place += 1
    if not separator and len(said) < 2:
        return None
    return Listing(separator, count, said)


def _separator(found: Sequence[Item]) -> tuple[str, list[Item]]:
    """What separates the parts, and the items without the phrase that says so."""
    kept: list[Item] = []
    separator = ""
    place = 0
    while place < len(found):
        item = found[place]
        place += 1
        if item.kind == "separator":
            separator = separator or item.value
        elif item.kind == "separated":
            ahead = [i for i in range(place, min(place + 4, len(found))) if found[i].kind == "text"]
            if ahead:
                separator, place = separator or found[ahead[0]].value, ahead[0] + 1
        else:
            kept.append(item)
    return separator, kept


def _count(found: Sequence[Item]) -> int | None:
    for place, item in enumerate(found):
        if item.kind == "num" and item.value[0] == item.value[1] and item.value[0] > 1:
            after = [i.kind for i in found[place + 1 : place + 3]]
            if after[:1] == ["noun"] or after == ["unknown", "noun"]:
                return int(item.value[0])
    return None


def _scope(
    found: Sequence[Item], place: int, count: int, before: tuple[int, ...]
) -> tuple[tuple[int, ...] | None, int]:
    """The parts that the items from here on speak of, when such a phrase stands here, and the place after it."""
    item = found[place]
    if item.kind == "every":
        return (EVERY,), place + 1
    ordinal = item.kind == "ordinal" or (item.kind == "ord_start" and _next_kind(found, place) == "num")
    if not ordinal or not count:
        return None, place
    named: list[int] = []
    value = 1 if item.kind == "ord_start" else item.value
    place += 1
    while True:
        width = 1
        if place < len(found) and found[place].kind == "num" and found[place].value[0] == found[place].value[1]:
            width, place = int(found[place].value[0]), place + 1
        named += _parts(value, width, count, before)
        jump = _to_ordinal(found, place)
        if jump is None:
            break
        value, place = found[jump].value, jump + 1
    while place < len(found) and found[place].kind in ("noun", "unknown"):
        place += 1
    return tuple(dict.fromkeys(named)), place


def _next_kind(found: Sequence[Item], place: int) -> str:
    return found[place + 1].kind if place + 1 < len(found) else "stop"


def _to_ordinal(found: Sequence[Item], place: int) -> int | None:
    seen = False
    while place < len(found) and found[place].kind in ("and", "comma", "noun", "unknown"):
        seen = seen or found[place].kind in ("and", "comma")
        place += 1
    return place if seen and place < len(found) and found[place].kind == "ordinal" else None


def _parts(ordinal: int, width: int, count: int, before: tuple[int, ...]) -> list[int]:
    if ordinal == -1:
        return list(range(count - width + 1, count + 1))
    if ordinal == 0:
        first = max(before, default=0) + 1
        return list(range(first, min(first + width - 1, count) + 1)) if width > 1 else list(range(first, count + 1))
    return list(range(ordinal, min(ordinal + width - 1, max(count, ordinal)) + 1))


def _lists(listing: Listing, examples: Examples) -> Iterator[Reading]:
    count = listing.count or (max(listing.said) if max(listing.said) > 1 else None)
    if count is not None:
        yield from _bounded(listing, count, examples)
    fits = all(len(text.split(listing.separator)) == count for text in examples.positive) if listing.separator else True
    if count is None or not fits:
        yield from _unbounded(listing, count, examples)


def _bounded(listing: Listing, count: int, examples: Examples) -> Iterator[Reading]:
    columns: list[list[str]] = [[] for _ in range(count)]
    if listing.separator:
        split = [text.split(listing.separator) for text in examples.positive]
        if all(len(parts) == count for parts in split):
            columns = [list(column) for column in zip(*split, strict=True)]
    options = [_part(listing, place + 1, Examples(columns[place], ())) for place in range(count)]
    while _size(options) > 8 * COMBINED:
        max(options, key=len).pop()
    rows = [
        Reading(sum(part.cost for part in row), _joined([part.node for part in row], listing.separator))
        for row in product(*options)
    ]
    yield from islice(sorted(rows, key=lambda reading: reading.cost), COMBINED)


def _size(options: Sequence[Sequence[Reading]]) -> int:
    size = 1
    for option in options:
        size *= max(1, len(option))
    return size


def _joined(parts: Sequence[Node], separator: str) -> Node:
    between = Text(separator) if separator else EMPTY
    return chain(node for place, part in enumerate(parts) for node in ((between, part) if place else (part,)))


def _part(listing: Listing, number: int, examples: Examples) -> list[Reading]:
    said = [*listing.said.get(EVERY, ()), Item("stop"), *(listing.said.get(number, ()) if number else ())]
    clauses = Reader(condensed(said)).clauses()
    found = readings(clauses, examples, PARTS) if clauses else [Reading(4.0, repeat(Chars(ANY), 0, None))]
    return [Reading(reading.cost, _bound(reading.node, listing.separator)) for reading in found] or [
        Reading(9.0, _bound(repeat(Chars(ANY), 0, None), listing.separator))
    ]


def _bound(node: Node, separator: str) -> Node:
    """The part without the separator in it."""
    if not separator:
        return node
    return both((repeat(Chars(ANY - {separator}), 0, None), node))


def _unbounded(listing: Listing, count: int | None, examples: Examples) -> Iterator[Reading]:
    """Any number of parts that are alike; also at most `count` of them when the examples have fewer."""
    column = [part for text in examples.positive for part in text.split(listing.separator)] if listing.separator else []
    for reading in _part(listing, EVERY, Examples(column, ())):
        part = chain((Text(listing.separator), reading.node))
        for low, high, price in ((0, None, 0.0), (1, None, 2.0), *(((0, count - 1, 0.5),) if count else ())):
            yield Reading(reading.cost + price + 2.0 * bool(count), chain((reading.node, repeat(part, low, high))))
