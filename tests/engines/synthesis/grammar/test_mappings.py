from typing import Any

import pytest

from aurora.engines.synthesis.grammar.mappings import OPERATORS
from tests.engines.synthesis.grammar.table import applied, disagreements, never_computed


def test_a_key_that_is_not_there_raises() -> None:
    with pytest.raises(KeyError):
        applied(OPERATORS, "{0:12}[{1}]", {"a": 1}, "b")


def test_values_that_cannot_be_keys_raise() -> None:
    with pytest.raises(TypeError):
        applied(OPERATORS, "{value: key for key, value in {0:12}.items()}", {"a": [1]})


@pytest.mark.parametrize(
    ("template", "arguments", "value"),
    [
        ("{0:12}.get({1}, {2})", ({"a": 1}, "b", 0), 0),
        ("list({0:12}.items())", ({"b": 1, "a": 2},), [("b", 1), ("a", 2)]),
        ("{**{0}, **{1}}", ({"a": 1}, {"a": 2, "b": 3}), {"a": 2, "b": 3}),
        ("dict(Counter({0}))", ("aab",), {"a": 2, "b": 1}),
        ("Counter({0}).most_common(1)[0][0]", ([3, 5, 5],), 5),
        ("dict(zip({0}, {1}))", (["a"], [1, 2]), {"a": 1}),
        ("{value: key for key, value in {0:12}.items()}", ({"a": 1},), {1: "a"}),
    ],
)
def test_exact_values(template: str, arguments: tuple[Any, ...], value: Any) -> None:
    assert repr(applied(OPERATORS, template, *arguments)) == repr(value)


def test_the_text_of_an_operator_means_what_it_computes() -> None:
    assert disagreements(OPERATORS) == []


def test_every_operator_computes_something() -> None:
    assert never_computed(OPERATORS) == []
