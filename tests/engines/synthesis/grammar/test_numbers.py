from typing import Any

import pytest

from aurora.engines.synthesis.grammar.numbers import OPERATORS
from tests.engines.synthesis.grammar.table import applied, disagreements, never_computed


@pytest.mark.parametrize("template", ["{0:9} / {1:10}", "{0:9} // {1:10}", "{0:9} % {1:10}"])
def test_division_by_zero_raises(template: str) -> None:
    with pytest.raises(ZeroDivisionError):
        applied(OPERATORS, template, 1, 0)


@pytest.mark.parametrize(
    ("template", "arguments"),
    [
        ("{0:11} ** {1:10}", (10, 10**9)),
        ("{0:11} ** {1:10}", (10**300, 5)),
        ("{0:11} ** {1:10}", (2, -(10**9))),
        ("{0:7} << {1:8}", (1, 10**9)),
        ("{0:7} << {1:8}", (10**100, 1)),
        ("math.factorial({0})", (10**6,)),
        ("list(range({0}))", (10**9,)),
        ("list(range({0}, {1}))", (0, 10**9)),
        ("list(range({0}, {1:8} + 1))", (-(10**9), 0)),
        ("list(range({0}, {1}, {2}))", (0, 10**9, 2)),
        ("list(range(1, {0:8} + 1))", (10**9,)),
        ("round({0}, {1})", (1.5, 10**9)),
    ],
)
def test_what_would_blow_up_is_refused(template: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(OverflowError):
        applied(OPERATORS, template, *arguments)


def test_a_root_of_a_negative_number_is_no_complex_number() -> None:
    with pytest.raises((ValueError, OverflowError)):
        applied(OPERATORS, "{0:11} ** {1:10}", -8, 0.5)


@pytest.mark.parametrize(
    ("template", "arguments", "value"),
    [
        ("{0:11} ** {1:10}", (2, 10), 1024),
        ("{0:11} ** {1:10}", (4, 0.5), 2.0),
        ("{0:11} ** {1:10}", (-2, 3), -8),
        ("list(range({0}))", (0,), []),
        ("list(range({0}))", (3,), [0, 1, 2]),
        ("list(range(1, {0:8} + 1))", (3,), [1, 2, 3]),
        ("math.factorial({0})", (5,), 120),
        ("round({0}, {1})", (2.345, 1), 2.3),
        ("{0:9} // {1:10}", (-7, 2), -4),
    ],
)
def test_exact_values(template: str, arguments: tuple[Any, ...], value: Any) -> None:
    assert repr(applied(OPERATORS, template, *arguments)) == repr(value)


def test_the_text_of_an_operator_means_what_it_computes() -> None:
    assert disagreements(OPERATORS) == []


def test_every_operator_computes_something() -> None:
    assert never_computed(OPERATORS) == []
