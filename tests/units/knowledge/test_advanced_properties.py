"""The properties of the advanced packs hold on generated input, which stays as it was."""

import types
from collections.abc import Callable
from random import Random
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import pytest

from aurora.registry.declare import AnyPart
from tests.units.knowledge.test_advanced import REGISTRY

CASES = 25
REFUSALS = (ValueError, IndexError, KeyError, ZeroDivisionError)
TEXTS = ("", "a", "ab", "aba", "abcab", "hello world", "a(b)", "1-3,7", "A b, c!", "aab", "é1", "a=1;b", "101")
WORDS_OF_A_LABEL: dict[str, tuple[Any, ...]] = {
    "nat": (0, 0, 1, 2, 3, 5, 7, 10),
    "positive": (1, 1, 2, 3, 5, 6, 9),
    "index": (0, 1, 2),
    "bit": (0, 1),
    "char": tuple("abcA1 é,"),
    "word": ("a", "xyz", "Abba", "Robert"),
    "digits": ("0", "10", "226", "90817"),
    "pattern": (r"\d+", "a", "[a-c]+", "x*", "(a)b", "", r"\s"),
    "date": ("1999-12-31", "2000-02-29", "2023-02-28", "2024-03-01", "2024-02-29"),
}


def value_of(hint: Any, random: Random, depth: int = 0) -> Any:
    """A small random value of an annotation; a type variable stands for int."""
    if isinstance(hint, TypeVar):
        hint = int
    if get_origin(hint) is Annotated:
        plain_hint, label = get_args(hint)
        return labelled(plain_hint, label, random, depth)
    if hint is int:
        return random.choice((0, 1, 2, 3, 4, 5, 7, 12, -1, -3, random.randrange(-20, 100)))
    if hint is float:
        return random.choice((0, 1, 2, -1, 0.5, 2.5, 10.25, -7.5, random.randrange(-40, 40) / 4))
    if hint is Any:
        return random.choice((1, "a", [1, [2]]))
    plain = {str: TEXTS, bool: (True, False), bytes: (b"", b"ab", b"\xe9"), type(None): (None,)}
    return random.choice(plain[hint]) if hint in plain else compound(get_origin(hint), get_args(hint), random, depth)


def compound(kind: Any, inner: tuple[Any, ...], random: Random, depth: int) -> Any:
    if kind in (Union, types.UnionType):
        return value_of(random.choice(inner), random, depth)
    if kind is list:
        return [value_of(inner[0], random, depth + 1) for _ in range(random.randrange(5))]
    if kind is tuple:
        hints = [inner[0]] * 2 if inner[-1] is ... else inner
        return tuple(value_of(hint, random, depth) for hint in hints)
    if kind is Callable:
        return repr
    return {value_of(inner[0], random): value_of(inner[1], random, depth + 1) for _ in range(random.randrange(4))}


def labelled(plain: Any, label: str, random: Random, depth: int) -> Any:
    if label in WORDS_OF_A_LABEL:
        return random.choice(WORDS_OF_A_LABEL[label])
    if label == "tree":
        leaf = depth > 3 or random.random() < 0.3
        child = [None if leaf else labelled(plain, label, random, depth + 1) for _ in range(2)]
        return None if leaf else (random.randrange(-5, 9), *child)
    if label in ("matrix", "square"):
        cell = get_args(get_args(plain)[0])[0]
        rows = random.randrange(1, 4)
        columns = rows if label == "square" else random.randrange(1, 4)
        return [[value_of(cell, random, depth) for _ in range(columns)] for _ in range(rows)]
    if label == "adjacency":
        nodes = list(dict.fromkeys(compound(list, get_args(plain), random, depth)))
        return {node: [other for other in nodes if random.random() < 0.4] for node in nodes}
    values = value_of(plain, random, depth)
    shaped: dict[str, Callable[[Any], Any]] = {"sorted": sorted, "distinct": lambda items: list(dict.fromkeys(items))}
    return shaped[label](values) if label in shaped else values or [value_of(get_args(plain)[0], random, depth)]


@pytest.mark.parametrize("part", REGISTRY.parts, ids=lambda part: part.id)
def test_a_property_holds_on_generated_input(part: AnyPart) -> None:
    random = Random(part.id)
    hints = get_type_hints(part.run, include_extras=True)
    hints.pop("return")
    holds = part.facts["holds"]
    assert callable(holds)
    for _ in range(CASES):
        given = tuple(value_of(hint, random) for hint in hints.values())
        before = repr(given)
        try:
            answer = part.run(*given)
        except REFUSALS:
            continue
        assert repr(given) == before
        assert holds(*given, answer) is True, (given, answer)
