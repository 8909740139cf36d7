"""Makes argument tuples like given examples: boundary values, changed copies and random ones, the same for a seed."""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from aurora.pycode.literals import type_key
from aurora.pycode.shapes import (
    Choice,
    Days,
    Entries,
    Fixed,
    Items,
    Known,
    Numbers,
    Pattern,
    Shape,
    Texts,
    contains,
    in_order,
    shape_of,
)
from aurora.pycode.types import of_annotation

Arguments: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One argument tuple, sharing nothing with others; `inside` when it is shaped as the examples are."""

    arguments: Arguments
    inside: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """How two arguments of every example relate, and how to change the first so that it does."""

    holds: Callable[[Any, Any], bool]
    enforce: Callable[[Any, Any, random.Random], Any]


def samples(
    examples: Sequence[Arguments], annotations: Sequence[str] = (), *, seed: int = 0, count: int = 40
) -> list[Sample]:
    """At most `count` different argument tuples that are not among the examples.

    Shapes (ranges, lengths, alphabets, order, relations between arguments) come from the examples, and from the
    annotations for parameters without any value. Boundary values come first, then changed copies and random tuples in
    turn. Preconditions are the caller's: filter, and ask for more. Examples of different lengths make nothing.
    """
    width = len(examples[0]) if examples else len(annotations)
    if any(len(example) != width for example in examples):
        return []
    types = [of_annotation(text) for text in (*annotations, *[""] * width)][:width]
    columns = [[example[place] for example in examples] for place in range(width)]
    shapes = [shape_of(column, type_) for column, type_ in zip(columns, types, strict=True)]
    maker = _Maker(shapes, list(examples), random.Random(seed))
    found: list[Sample] = []
    seen = {type_key(example) for example in examples}
    for arguments in maker.tuples(count * 6):
        key = type_key(arguments)
        if key not in seen:
            seen.add(key)
            found.append(Sample(deepcopy(arguments), maker.inside(arguments)))
        if len(found) == count:
            break
    return found


class _Maker:
    def __init__(self, shapes: list[Shape], examples: list[Arguments], rng: random.Random) -> None:
        self.shapes, self.examples, self.rng = shapes, examples, rng
        self.relations = _relations(examples) if len(examples) > 1 else []

    def tuples(self, attempts: int) -> Iterator[Arguments]:
        """Boundaries (at most half of a sixth of the attempts), then changed and random tuples, related or not."""
        yield from self._boundaries(attempts // 12)
        for attempt in range(attempts if self.shapes else 0):
            mutate = attempt % 2 == 0 and self.examples
            made = self._changed() if mutate else tuple(draw(shape, self.rng) for shape in self.shapes)
            yield self._related(made)

    def inside(self, arguments: Arguments) -> bool:
        """Whether shapes and relations are those of the examples."""
        alike = all(map(contains, self.shapes, arguments))
        return alike and all(rule.holds(arguments[a], arguments[b]) for a, b, rule in self.relations)

    def _boundaries(self, most: int) -> Iterator[Arguments]:
        edges = [boundaries(shape) for shape in self.shapes]
        base = self.examples[0] if self.examples else tuple(draw(shape, self.rng) for shape in self.shapes)
        tuples = [
            (*base[:place], column[depth], *base[place + 1 :])
            for depth in range(max(map(len, edges), default=0))
            for place, column in enumerate(edges)
            if depth < len(column)
        ]
        inside = [made for made in tuples if self.inside(made)]
        return iter([*inside, *(made for made in tuples if not self.inside(made))][:most])

    def _changed(self) -> Arguments:
        example = list(deepcopy(self.rng.choice(self.examples)))
        place = self.rng.randrange(len(example))
        example[place] = change(self.shapes[place], example[place], self.rng)
        return tuple(example)

    def _related(self, arguments: Arguments) -> Arguments:
        related = list(arguments)
        for a, b, rule in self.relations:
            if not rule.holds(related[a], related[b]):
                related[a] = rule.enforce(related[a], related[b], self.rng)
        return tuple(related)


def boundaries(shape: Shape) -> list[Any]:
    """Extreme values of a shape, also a little outside of it."""
    match shape:
        case Numbers(low=low, high=high, whole=whole):
            edges = [0, 1, -1, low, high, low - 1, high + 1, 2, 10 * high + 7, -high]
            return list(dict.fromkeys(int(edge) if whole else float(edge) for edge in edges))
        case Texts(seen=seen, alphabet=alphabet):
            first = seen[0] if seen else alphabet
            return ["", alphabet[-1], alphabet[0] * 3, first.upper(), first[::-1], f"{first} {first}", " ", "é"]
        case Days():
            return ["2024-02-29", "2023-12-31", "2000-01-01"]
        case Pattern():
            return [_fill(shape, min), _fill(shape, max)]
        case Known(seen=seen):
            return list(seen)
    return _boundaries_of_many(shape)


def _boundaries_of_many(shape: Items | Entries | Fixed | Choice) -> list[Any]:
    match shape:
        case Items(kind=kind):
            inner = boundaries(shape.item)
            return [kind(), *(kind([edge]) for edge in inner[:3]), kind(inner[:1] * 3), kind(inner[:4])]
        case Entries():
            pairs = list(zip(boundaries(shape.key), boundaries(shape.value), strict=False))
            return [{}, *({key: value} for key, value in pairs[1:3])]
        case Fixed(items=items):
            return [tuple(column) for column in zip(*(boundaries(item)[:3] for item in items), strict=False)]
    return [edge for option in shape.options for edge in boundaries(option)[:3]]


def draw(shape: Shape, rng: random.Random) -> Any:
    """A random value of the shape."""
    match shape:
        case Numbers():
            return _number(shape, rng)
        case Texts():
            return _text(shape, rng)
        case Days(first=first, last=last):
            return date.fromordinal(rng.randint(first - 400, last + 400)).isoformat()
        case Pattern():
            return _fill(shape, rng.randint, rng)
        case Known(seen=seen):
            return deepcopy(rng.choice(seen))
    return _draw_many(shape, rng)


def _draw_many(shape: Items | Entries | Fixed | Choice, rng: random.Random) -> Any:
    match shape:
        case Items():
            return _items(shape, rng)
        case Entries():
            size = rng.randint(min(shape.least, 1), shape.most + 2)
            return {draw(shape.key, rng): draw(shape.value, rng) for _ in range(size)}
        case Fixed(items=items):
            return tuple(draw(item, rng) for item in items)
    return draw(rng.choice(shape.options), rng)


def change(shape: Shape, value: Any, rng: random.Random) -> Any:
    """A value near the given one: a step, an item more, less or other, or another order."""
    match shape:
        case Numbers(whole=True):
            return value + rng.choice((-2, -1, 1, 2, 10))
        case Items() if value and not shape.order:
            return _shaped(shape, _edited(shape, in_order(value), rng))
        case Texts() if value:
            return _edit_text(shape, value, rng)
        case Entries() if value:
            key = rng.choice(list(value))
            kept = {name: item for name, item in value.items() if name != key}
            return kept if rng.random() < 0.3 else {**kept, key: change(shape.value, value[key], rng)}
        case Fixed(items=items) if value:
            place = rng.randrange(len(items))
            return (*value[:place], change(items[place], value[place], rng), *value[place + 1 :])
    return draw(shape, rng)


def _number(shape: Numbers, rng: random.Random) -> float:
    span = max(shape.high - shape.low, 3)
    low = shape.low - span if shape.low < 0 else min(shape.low, 1)
    high = shape.high + span if shape.high > 0 else shape.high
    if shape.whole:
        near = rng.random() < 0.3
        return rng.randint(int(low), min(int(high), int(low) + 12) if near else int(high))
    return round(rng.uniform(low, high), rng.choice((0, 1, 2)))


def _text(shape: Texts, rng: random.Random) -> str:
    words = [word for text in shape.seen for word in text.split(" ")]
    if len(words) > len(shape.seen) and rng.random() < 0.6:
        return " ".join(rng.choices(words, k=rng.randint(1, 5)))
    size = rng.randint(min(shape.least, 1), shape.most + 2)
    letters = rng.sample(shape.alphabet, min(len(shape.alphabet), rng.choice((2, 4, 30))))
    return "".join(rng.choices(letters, k=size))


def _edit_text(shape: Texts, text: str, rng: random.Random) -> str:
    place = rng.randrange(len(text))
    letter = rng.choice(shape.alphabet)
    edits = (
        text[:place] + letter + text[place:],
        text[:place] + text[place + 1 :],
        text[:place] + letter + text[place + 1 :],
        text + text[place],
        text[place:] + text[:place],
        text.swapcase(),
    )
    return rng.choice(edits)


def _items(shape: Items, rng: random.Random) -> Any:
    size = rng.randint(min(shape.least, 1), shape.most + 3)
    pool = [draw(shape.item, rng) for _ in range(max(1, size if rng.random() < 0.6 else size // 2))]
    strict = shape if rng.random() < 0.8 else replace(shape, order=0, distinct=shape.kind in (set, frozenset))
    return _shaped(strict, [deepcopy(rng.choice(pool)) for _ in range(size)])


def _edited(shape: Items, items: list[Any], rng: random.Random) -> list[Any]:
    place = rng.randrange(len(items))
    other = change(shape.item, items[place], rng)
    edits = (
        [*items[:place], *items[place + 1 :]],
        [*items[:place], other, *items[place + 1 :]],
        [*items[:place], other, *items[place:]],
        [*items, items[place]],
        items[::-1],
        rng.sample(items, len(items)),
    )
    return deepcopy(rng.choice(edits))


def _shaped(shape: Items, items: list[Any]) -> Any:
    """The items with the order, distinctness and evenness of the shape."""
    if shape.distinct:
        items = list({type_key(item): item for item in items}.values())
    if shape.order:
        with suppress(TypeError):  # items of several types
            items = sorted(items, reverse=shape.order < 0)
    if shape.even and items:
        width = min(len(item) for item in items)
        items = [item[:width] for item in items]
    return shape.kind(items)


def _fill(shape: Pattern, pick: Callable[[int, int], int], rng: random.Random | None = None) -> str:
    parts = []
    for field in shape.fields:
        match field:
            case (int(low), int(high), int(width)):
                parts.append(f"{pick(low, high):0{width}d}" if width else str(pick(low, high)))
            case _:
                parts.append(str(rng.choice(field) if rng else field[0]))
    return "".join(parts)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _sized(value: Any) -> bool:
    return isinstance(value, str | list | tuple)


def _cut(a: Any, b: Any, _rng: random.Random) -> Any:
    return (a * (len(b) // len(a) + 1))[: len(b)] if a else b[:]


def _relations(examples: list[Arguments]) -> list[tuple[int, int, Relation]]:
    """The relations that hold between two arguments in every example; the first that fits for each pair."""
    rules = (
        Relation(lambda a, b: _is_whole(a) and _sized(b) and a == len(b), lambda _a, b, _: len(b)),
        Relation(lambda a, b: _is_whole(a) and _sized(b) and 0 <= a < len(b), lambda a, b, _: a % max(len(b), 1)),
        Relation(lambda a, b: _is_whole(a) and _sized(b) and 1 <= a <= len(b), lambda a, b, _: 1 + a % max(len(b), 1)),
        Relation(lambda a, b: isinstance(b, list) and a in b, lambda a, b, rng: rng.choice(b) if b else a),
        Relation(lambda a, b: _sized(a) and type(a) is type(b) and len(a) == len(b), _cut),
        Relation(
            lambda a, b: type(a) is type(b) is dict and a.keys() <= b.keys(),
            lambda a, b, _: {key: value for key, value in a.items() if key in b},
        ),
        Relation(lambda a, b: _is_whole(a) and _is_whole(b) and a <= b, lambda a, b, _: min(a, b)),
    )
    width = range(len(examples[0]))
    found: list[tuple[int, int, Relation]] = []
    for a, b in ((a, b) for a in width for b in width if a != b):
        fitting = [rule for rule in rules if all(rule.holds(example[a], example[b]) for example in examples)]
        if fitting and not any((first, second) == (b, a) for first, second, _ in found):
            found.append((a, b, fitting[0]))
    return found
