from typing import Any

import pytest

from aurora.engines.synthesis.grammar.lists import OPERATORS
from tests.engines.synthesis.grammar.table import applied, disagreements, never_computed


@pytest.mark.parametrize(
    ("template", "arguments"),
    [
        ("{0:9} * {1:10}", ([1, 2], 10**9)),
        ("{0:9} * {1:10}", ("ab", 10**9)),
        ("[item for item in {0} for _ in range({1})]", ([1, 2], 10**9)),
        ("[item for row in {0} for item in row]", ([[1]] * 100_000,)),
        ("math.prod({0})", ([3] * 100_000,)),
    ],
)
def test_what_would_blow_up_is_refused(template: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(OverflowError):
        applied(OPERATORS, template, *arguments)


@pytest.mark.parametrize("template", ["max({0})", "min({0})", "{0:12}[0]", "{0:12}[-1]", "sum({0}) / len({0})"])
def test_an_empty_list_has_no_such_value(template: str) -> None:
    with pytest.raises((ValueError, IndexError, ZeroDivisionError)):
        applied(OPERATORS, template, [])


@pytest.mark.parametrize(
    ("template", "arguments", "value"),
    [
        ("len({0})", ([],), 0),
        ("len({0})", ({1, 2},), 2),
        ("sum({0})", ([],), 0),
        ("{0:12}[::-1]", ((1, 2),), (2, 1)),
        ("{0:12}[::-1]", ("ab",), "ba"),
        ("{0:8} + {1:9}", ([1], [2]), [1, 2]),
        ("list(dict.fromkeys({0}))", ([2, 1, 2],), [2, 1]),
        ("{0:9} * {1:10}", ("ab", 2), "abab"),
        ("{0:9} * {1:10}", ([1], -1), []),
        ("[item for row in {0} for item in row]", ([[1], [], [2, 3]],), [1, 2, 3]),
        ("[list(column) for column in zip(*{0})]", ([[1, 2], [3, 4]],), [[1, 3], [2, 4]]),
        ("{0:4} | {1:5}", ({1}, {2}), {1, 2}),
        ("{0:8} - {1:9}", ({1, 2}, {2}), {1}),
    ],
)
def test_exact_values(template: str, arguments: tuple[Any, ...], value: Any) -> None:
    assert repr(applied(OPERATORS, template, *arguments)) == repr(value)


def test_the_text_of_an_operator_means_what_it_computes() -> None:
    assert disagreements(OPERATORS) == []


def test_every_operator_computes_something() -> None:
    assert never_computed(OPERATORS) == []
