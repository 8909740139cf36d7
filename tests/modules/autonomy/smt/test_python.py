"""Terms as Python."""

from typing import Any

import pytest

from aurora.modules.autonomy.smt.python import chained, function


def called(text: str, call: str) -> Any:
    scope: dict[str, Any] = {}
    exec(function("def f(s):", text), scope)
    return eval(call, scope)


@pytest.mark.parametrize(
    ("text", "call", "value"),
    [
        ("substring(s, -1, 2)", "f('abc')", ""),
        ("substring(s, 1, 9)", "f('abc')", "bc"),
        ("find(s, 'c', 5)", "f('abc')", -1),
        ("number(s)", "f('-7')", -1),
        ("number(s)", "f('07')", 7),
        ("digits(s)", "f(-1)", ""),
    ],
)
def test_operations_mean_what_they_mean_to_the_solver(text: str, call: str, value: object) -> None:
    assert called(text, call) == value


def test_only_functions_that_are_called_are_written() -> None:
    assert function("def f(s):", "(s + s)") == "def f(s):\n    return s + s\n"


def test_brackets_that_close_early_stay() -> None:
    assert "return (s + s) * (s)" in function("def f(s):", "(s + s) * (s)")


def test_more_than_two_parts_are_joined_from_the_left() -> None:
    assert chained("({0} + {1})", ["a", "b", "c"]) == "((a + b) + c)"
