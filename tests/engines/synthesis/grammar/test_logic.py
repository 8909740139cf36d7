from typing import Any

import pytest

from aurora.engines.synthesis.grammar.logic import OPERATORS
from tests.engines.synthesis.grammar.table import applied, disagreements, never_computed


def test_divisibility_by_zero_raises() -> None:
    with pytest.raises(ZeroDivisionError):
        applied(OPERATORS, "{0:9} % {1:10} == 0", 4, 0)


@pytest.mark.parametrize(
    ("template", "arguments", "value"),
    [
        ("{0:6} == {1:6}", ([1, 2], [1, 2]), True),
        ("{0:6} < {1:6}", (1, 1.5), True),
        ("{0:6} <= {1:6}", (2, 2), True),
        ("{0:9} % 2 == 1", (-3,), True),
        ("{0:6} > 0", (0,), False),
        ("{0:6} in {1:6}", ("a", "abc"), True),
        ("{0:6} in {1:6}", (3, [1, 2]), False),
        ("{0:6} in {1:6}", ("k", {"k": 1}), True),
        ("{1:2} if {0:2} else {2:1}", (False, 1, 2), 2),
        ("not {0:4}", (True,), False),
        ("{0:6} is None", (0,), False),
    ],
)
def test_exact_values(template: str, arguments: tuple[Any, ...], value: Any) -> None:
    assert repr(applied(OPERATORS, template, *arguments)) == repr(value)


def test_the_text_of_an_operator_means_what_it_computes() -> None:
    assert disagreements(OPERATORS) == []


def test_every_operator_computes_something() -> None:
    assert never_computed(OPERATORS) == []
