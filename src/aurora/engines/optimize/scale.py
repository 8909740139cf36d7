"""Larger inputs made in the likeness of a small one (guest side)."""

import random
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

_SIZES = (6, 9, 13, 20, 30, 45, 68, 102, 153, 230, 345, 517, 776, 1164, 1746, 2619, 3928, 5892, 8838, 13257, 19886)
_DRAWS = 8  # for each item, until those that differ are enough


def grown(call: tuple[Any, ...], seed: int, *, distinct: bool = False) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """(size, arguments): every collection grows to the size, with the kind, order and alphabet of its items.

    With `distinct` no two items are equal where their kind allows it, so that a search for equal ones has to look at
    all. Numbers grow only where there is no collection. Nothing for arguments without either.
    """
    collections = any(isinstance(value, list | tuple | str | dict | set) for value in call)
    numbers = any(type(value) is int for value in call)
    for size in _SIZES if collections or numbers else ():
        chance = random.Random(f"{seed} {size}")
        if collections:
            yield size, tuple(_larger(value, size, chance, distinct) for value in call)
        elif size < 2000:
            yield size, tuple(size if type(value) is int else value for value in call)


def _larger(value: Any, size: int, chance: random.Random, distinct: bool) -> Any:
    match value:
        case str():
            return "".join(chance.choice(value or "ab") for _ in range(size))
        case dict() if value:
            keys, values = [*value], [*value.values()]
            return {key: _like(values, size, chance) for key in _items(keys, size, chance, distinct)}
        case set() if value:
            return {*_items(sorted(value, key=repr), size, chance, distinct)}
        case list() | tuple() if value:
            items = _items(value, size, chance, distinct)
            items = sorted(items) if len(value) > 1 and _ordered(value) else items
            return items if isinstance(value, list) else tuple(items)
    return value


def _items(like: Any, size: int, chance: random.Random, distinct: bool) -> list[Any]:
    """So many items; equal ones are drawn again a few times when they shall be distinct, and texts get a number."""
    if not distinct:
        return [_like(like, size, chance) for _ in range(size)]
    found: dict[str, Any] = {}
    for _ in range(_DRAWS * size):
        item = _like(like, size, chance)
        if isinstance(item, str) and repr(item) in found:
            item = f"{item}{len(found)}"
        found.setdefault(repr(item), item)
        if len(found) == size:
            break
    return [*found.values(), *(_like(like, size, chance) for _ in range(size - len(found)))]


def _ordered(value: list[Any] | tuple[Any, ...]) -> bool:
    try:
        return all(left <= right for left, right in pairwise(value))
    except TypeError:
        return False


def _like(items: Any, size: int, chance: random.Random) -> Any:
    """An item in the likeness of one of these; numbers are drawn from a range that grows with the size."""
    item = chance.choice(items)
    match item:
        case bool() | None:
            return item
        case int():
            numbers = [each for each in items if type(each) is int]
            low, high = min(numbers), max(numbers)
            return chance.randint(low - size if low < 0 else min(low, 0), high + 2 * size)
        case float():
            return item + chance.randint(0, 2 * size) * 0.5
        case str():
            letters = "".join(each for each in items if isinstance(each, str)) or "ab"
            return "".join(chance.choice(letters) for _ in range(max(1, len(item))))
        case list() if item:
            return [_like(item, size, chance) for _ in item]
        case tuple() if item:
            return tuple(_like((each,), size, chance) for each in item)
    return item
