"""The shape of values: what examples have in common, so that more values of the same kind can be made."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import Any, TypeAlias

from aurora.pycode.types import BOOL, FLOAT, INT, NONE, STR, Type


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers seen between `low` and `high`."""

    low: float
    high: float
    whole: bool


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of so many characters out of an alphabet; `seen` are the texts themselves."""

    seen: tuple[str, ...]
    least: int
    most: int
    alphabet: str


@dataclass(frozen=True, slots=True)
class Days:
    """Dates like "2024-02-29", as ordinal numbers of days."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Texts of one build, like "07:30": each field is a range of numbers of some width, or a choice of texts."""

    fields: tuple[tuple[int, int, int] | tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Lists, sets or tuples of any length; `even` when all items of one value are equally long."""

    kind: type
    item: "Shape"
    least: int
    most: int
    order: int = 0  # 1 ascending, -1 descending, 0 neither
    distinct: bool = False
    even: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """Tuples of one length with a shape for each place."""

    items: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Dictionaries."""

    key: "Shape"
    value: "Shape"
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of one of several shapes."""

    options: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Only the values that were seen."""

    seen: tuple[Any, ...]


Shape: TypeAlias = Numbers | Texts | Days | Pattern | Items | Fixed | Entries | Choice | Known

_TOKEN = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)
_LETTERS = "abcdefghij xyz"


def shape_of(values: Iterable[Any], type_: Type = INT) -> Shape:
    """What the values have in common; what `type_` says when there are none."""
    groups: dict[type, list[Any]] = {}
    for value in values:
        kind = float if isinstance(value, float) else type(value)
        groups.setdefault(kind, []).append(value)
    if float in groups and int in groups:
        groups[float] += groups.pop(int)
    if not groups:
        return shape_of_type(type_)
    shapes = tuple(_of_group(kind, group, type_) for kind, group in groups.items())
    return shapes[0] if len(shapes) == 1 else Choice(shapes)


def shape_of_type(type_: Type) -> Shape:
    """The shape of a type of which no value was seen."""
    args = [arg for arg in type_.args if arg.name != "..."]
    plain: Mapping[Type, Shape] = {
        INT: Numbers(-10, 20, whole=True),
        FLOAT: Numbers(-10, 20, whole=False),
        BOOL: Known((False, True)),
        STR: Texts((), 0, 8, _LETTERS),
        NONE: Known((None,)),
    }
    if type_ in plain:
        return plain[type_]
    inner = [shape_of_type(arg) for arg in args]
    kinds: Mapping[str, Callable[[], Shape]] = {
        "list": lambda: Items(list, inner[0], 0, 6),
        "set": lambda: Items(set, inner[0], 0, 6, distinct=True),
        "frozenset": lambda: Items(frozenset, inner[0], 0, 6, distinct=True),
        "tuple": lambda: Items(tuple, inner[0], 0, 6) if len(args) < len(type_.args) else Fixed(tuple(inner)),
        "dict": lambda: Entries(inner[0], inner[1], 0, 5),
        "union": lambda: Choice(tuple(inner)),
    }
    return kinds[type_.name]() if type_.name in kinds and inner else plain[INT]


def contains(shape: Shape, value: Any) -> bool:
    """Whether the value is as the examples were, with some room: not of another sign, alphabet or emptiness."""
    match shape:
        case Numbers():
            return _is_number(value, shape.whole) and _floor(shape.low) <= value <= _ceiling(shape.high)
        case Texts() | Days() | Pattern():
            return isinstance(value, str) and _contains_text(shape, value)
        case Items(kind=kind):
            return type(value) is kind and _fits(shape, value) and _ordered(shape, value)
        case Fixed(items=items):
            return type(value) is tuple and len(value) == len(items) and all(map(contains, items, value))
        case Entries():
            return type(value) is dict and _fits(shape, value) and _contains_entries(shape, value)
        case Choice(options=options):
            return any(contains(option, value) for option in options)
    return any(type(value) is type(seen) and value == seen for seen in shape.seen)


def _contains_text(shape: Texts | Days | Pattern, text: str) -> bool:
    match shape:
        case Texts(alphabet=alphabet):
            return _fits(shape, text) and set(map(_class, text)) <= set(map(_class, alphabet))
        case Days():
            return _day(text) is not None
    tokens = _TOKEN.findall(text)
    return len(tokens) == len(shape.fields) and all(map(_matches, shape.fields, tokens))


def _contains_entries(shape: Entries, entries: Mapping[Any, Any]) -> bool:
    return all(contains(shape.key, key) and contains(shape.value, value) for key, value in entries.items())


def in_order(value: Any) -> list[Any]:
    """The items of a container, those of a set in an order that does not depend on hashes."""
    return sorted(value, key=repr) if isinstance(value, set | frozenset) else list(value)


def _of_group(kind: type, values: list[Any], type_: Type) -> Shape:
    if kind is bool:
        return Known((False, True))
    if kind in (int, float):
        return Numbers(min(values), max(values), kind is int and type_ != FLOAT)
    if kind is str:
        return _of_texts(values)
    if kind is tuple and len({len(value) for value in values}) == 1 and values[0]:
        return Fixed(tuple(shape_of(column, _inner(type_, i)) for i, column in enumerate(zip(*values, strict=True))))
    if kind in (list, tuple, set, frozenset):
        return _of_items(kind, values, _inner(type_, 0))
    if kind is dict:
        keys, found = chain.from_iterable(values), chain.from_iterable(value.values() for value in values)
        sizes = [len(value) for value in values]
        return Entries(shape_of(keys, _inner(type_, 0, STR)), shape_of(found, _inner(type_, 1)), min(sizes), max(sizes))
    return Known(tuple(values))


def _inner(type_: Type, place: int, default: Type = INT) -> Type:
    args = [arg for arg in type_.args if arg.name != "..."]
    return args[min(place, len(args) - 1)] if args else default


def _of_texts(texts: list[str]) -> Shape:
    days = [_day(text) for text in texts]
    known = [day for day in days if day is not None]
    if len(known) == len(texts):
        return Days(min(known), max(known))
    fields = _pattern([_TOKEN.findall(text) for text in texts]) if len(set(texts)) > 1 else None
    if fields:
        return Pattern(fields)
    sizes = [len(text) for text in texts]
    alphabet = "".join(sorted(set("".join(texts)))) or _LETTERS
    return Texts(tuple(dict.fromkeys(texts)), min(sizes), max(sizes), alphabet)


def _pattern(rows: list[list[str]]) -> tuple[tuple[int, int, int] | tuple[str, ...], ...] | None:
    """The fields of texts that are built alike and hold a number; None when they are not."""
    if len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    fields: list[tuple[int, int, int] | tuple[str, ...]] = []
    for column in zip(*rows, strict=True):
        if all(token.isdecimal() for token in column):
            widths = {len(token) for token in column}
            numbers = [int(token) for token in column]
            fields.append((min(numbers), max(numbers), widths.pop() if len(widths) == 1 else 0))
        elif all(token.isalpha() for token in column) or len(set(column)) == 1:
            fields.append(tuple(dict.fromkeys(column)))
        else:
            return None
    return tuple(fields) if any(isinstance(field[0], int) for field in fields) else None


def _of_items(kind: type, values: list[Any], inner: Type) -> Items:
    sizes = [len(value) for value in values]
    long = [list(value) for value in values if len(value) > 1] if kind in (list, tuple) else []
    rows = [[len(row) for row in value] for value in long if all(isinstance(row, list | tuple) for row in value)]
    return Items(
        kind,
        shape_of(chain.from_iterable(map(in_order, values)), inner),
        min(sizes),
        max(sizes),
        order=next((sign for sign in (1, -1) if _is_meant(long) and all(_sorted(value, sign) for value in long)), 0),
        distinct=kind in (set, frozenset) or (len(long) > 2 and all(_distinct(value) for value in long)),
        even=bool(rows) and len(rows) == len(long) and all(len(set(row)) == 1 for row in rows),
    )


def _is_meant(lists: list[list[Any]]) -> bool:
    """Whether lists in random order would all be sorted in less than one of 200 cases."""
    return math.prod(math.factorial(min(len(values), 20)) for values in lists) > 200


def _sorted(values: Sequence[Any], sign: int) -> bool:
    try:
        return all((a <= b) if sign > 0 else (a >= b) for a, b in pairwise(values))
    except TypeError:
        return False


def _distinct(values: Sequence[Any]) -> bool:
    return len({repr(value) for value in values}) == len(values)


def _ordered(shape: Items, value: Any) -> bool:
    items = list(value)
    if shape.even and len({len(item) for item in items}) > 1:
        return False
    if (shape.order and not _sorted(items, shape.order)) or (shape.distinct and not _distinct(items)):
        return False
    return all(contains(shape.item, item) for item in items)


def _fits(shape: Texts | Items | Entries, value: Any) -> bool:
    return min(shape.least, max(1, shape.least // 2)) <= len(value) <= 2 * shape.most + 2


def _matches(field: tuple[int, int, int] | tuple[str, ...], token: str) -> bool:
    match field:
        case (int(low), int(high), int(width)):
            return token.isdecimal() and low <= int(token) <= high and (not width or len(token) == width)
    return token in field


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() if len(text) == 10 else None
    except ValueError:
        return None


def _is_number(value: Any, whole: bool) -> bool:
    return isinstance(value, int if whole else int | float) and not isinstance(value, bool)


def _floor(low: float) -> float:
    return 4 * low - 8 if low < 0 else min(low, 1)


def _ceiling(high: float) -> float:
    return 4 * high + 8 if high > 0 else high


def _class(letter: str) -> str:
    """Letters and digits by kind, everything else for itself."""
    if letter.isdecimal():
        return "0"
    if letter.isascii() and letter.isalpha():
        return "a" if letter.islower() else "A"
    return letter
