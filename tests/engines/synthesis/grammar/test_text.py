from typing import Any

import pytest

from aurora.engines.synthesis.grammar.text import OPERATORS
from tests.engines.synthesis.grammar.table import applied, disagreements, never_computed


def test_a_text_that_is_too_wide_is_refused() -> None:
    with pytest.raises(OverflowError):
        applied(OPERATORS, "{0:12}.zfill({1})", "7", 10**9)


@pytest.mark.parametrize(
    ("template", "arguments"),
    [
        ("int({0})", ("x",)),
        ("{0:12}.split({1})", ("ab", "")),
        ("ord({0})", ("",)),
        ("int({0}, {1})", ("12", 1)),
    ],
)
def test_what_has_no_value_raises(template: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises((ValueError, TypeError)):
        applied(OPERATORS, template, *arguments)


@pytest.mark.parametrize(
    ("template", "arguments", "value"),
    [
        ("{0:12}.split()", ("  a  b ",), ["a", "b"]),
        ('" ".join({0})', (["a", "b"],), "a b"),
        ('"".join({0})', ([],), ""),
        ("{0:12}.join({1})", ("-", ["a", "b"]), "a-b"),
        ("{0:12}.find({1})", ("abc", "z"), -1),
        ('re.findall(r"\\d+", {0})', ("a12b3",), ["12", "3"]),
        ("{0:12}.zfill({1})", ("7", 3), "007"),
        ("int({0}, {1})", ("ff", 16), 255),
        ("str({0})", (None,), "None"),
    ],
)
def test_exact_values(template: str, arguments: tuple[Any, ...], value: Any) -> None:
    assert applied(OPERATORS, template, *arguments) == value


def test_the_text_of_an_operator_means_what_it_computes() -> None:
    assert disagreements(OPERATORS) == []


def test_every_operator_computes_something() -> None:
    assert never_computed(OPERATORS) == []
