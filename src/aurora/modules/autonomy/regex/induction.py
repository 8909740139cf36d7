"""Regular expressions from texts alone: the common shape of the positives, and what keeps the negatives out."""

import re
from collections.abc import Iterator, Sequence

from aurora.modules.autonomy.regex.clauses import Reading
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import (
    ALNUM,
    ANY,
    DIGIT,
    LETTER,
    LOWER,
    SPECIAL,
    UPPER,
    Chars,
    Node,
    Text,
    both,
    chain,
    containing,
    ending,
    negated,
    repeat,
    starting,
)  # fmt: skip

_GRAINS: tuple[tuple[str, ...], ...] = (
    (r"[a-z]+", r"[A-Z]+", r"[0-9]+"),
    (r"[A-Za-z]+", r"[0-9]+"),
    (r"[A-Za-z0-9]+",),
)
_CLASSES: tuple[frozenset[str], ...] = (LOWER, UPPER, DIGIT, LETTER, LOWER | DIGIT, UPPER | DIGIT, ALNUM, SPECIAL)
_FAMILIES: tuple[frozenset[str], ...] = (LOWER, UPPER, DIGIT, SPECIAL, frozenset(" "))
COARSER = 3.0


def induced(examples: Examples) -> Iterator[Reading]:
    """Expressions that hold on the examples, cheapest first by how little they assume; none without a positive."""
    if not examples.positive:
        return
    for grain, patterns in enumerate(_GRAINS):
        columns = _aligned(examples.positive, patterns)
        if columns is not None:
            for price, bounded in ((0.0, False), (1.0, True)):
                shape = chain(_column(column, bounded) for column in columns)
                yield from _guarded(Reading(price + COARSER * grain, shape), examples)
    yield from _guarded(Reading(COARSER * len(_GRAINS), _alphabet(examples.positive)), examples)


def _aligned(texts: Sequence[str], patterns: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The tokens of the texts in columns; None when the texts differ in shape."""
    token = re.compile("|".join((*(f"({pattern})" for pattern in patterns), "(.)")), re.DOTALL)
    rows = [[(m.lastindex, m[0]) for m in token.finditer(text)] for text in texts]
    if len({len(row) for row in rows}) != 1:
        return None
    columns = list(zip(*rows, strict=True))
    other = len(patterns) + 1
    for column in columns:
        kinds = {kind for kind, _ in column}
        if len(kinds) > 1 or (kinds == {other} and len({text for _, text in column}) > 1):
            return None
    return [tuple(text for _, text in column) for column in columns]


def _column(texts: tuple[str, ...], bounded: bool) -> Node:
    if len(set(texts)) == 1 and (len(texts) > 2 or not texts[0].isalnum()):
        return Text(texts[0])
    members = frozenset("".join(texts))
    named = next((found for found in _CLASSES if members <= found), ANY)
    sizes = [len(text) for text in texts]
    if len(set(sizes)) == 1 and len(texts) > 2:
        return repeat(Chars(named), sizes[0], sizes[0])
    return repeat(Chars(named), min(sizes), max(sizes)) if bounded else repeat(Chars(named), 1, None)


def _alphabet(texts: Sequence[str]) -> Node:
    seen = frozenset("".join(texts))
    members = frozenset().union(*(family for family in _FAMILIES if family & seen)) or ANY
    return repeat(Chars(members), min(1, *map(len, texts)), None)


def _guarded(reading: Reading, examples: Examples) -> Iterator[Reading]:
    """The reading when it keeps all negatives out, else with the fewest conditions that do."""
    left = Examples((), [text for text in examples.negative if Examples((text,), ()).accepted(reading.node)])
    conditions: list[Node] = []
    price = reading.cost
    while left.negative and len(conditions) < 3:
        best = max(_conditions(examples, left), key=lambda found: _gain(found, left), default=None)
        if best is None or _gain(best, left) <= 0:
            return
        conditions.append(best.node)
        price += best.cost
        left = Examples((), [text for text in left.negative if Examples((text,), ()).accepted(best.node)])
    if not left.negative:
        yield Reading(price, both((reading.node, *conditions)))


def _gain(condition: Reading, left: Examples) -> float:
    kept_out = len(left.negative) - left.missed(condition.node)
    return 4.0 * kept_out - condition.cost if kept_out else 0.0


def _conditions(examples: Examples, left: Examples) -> Iterator[Reading]:
    """Conditions that every positive meets."""
    candidates: list[Reading] = []
    for wrap, price in ((starting, 1.0), (ending, 1.0), (containing, 1.5)):
        for members in (LOWER, UPPER, DIGIT, LETTER, ALNUM, SPECIAL):
            candidates.append(Reading(price, wrap(Chars(members))))
            candidates.append(Reading(price + 0.5, negated(wrap(Chars(members)))))
    sizes = [len(text) for text in examples.positive]
    candidates.append(Reading(2.5, repeat(Chars(ANY), min(sizes), None)))
    candidates.append(Reading(2.5, repeat(Chars(ANY), 0, max(sizes))))
    parts = {text[i : i + n] for text in left.negative for n in (1, 2, 3) for i in range(len(text) - n + 1)}
    candidates += [Reading(2.0 + len(part), negated(containing(Text(part)))) for part in sorted(parts)]
    yield from (found for found in candidates if examples.accepted(found.node))
