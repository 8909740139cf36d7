import ast

import pytest

from aurora.pycode.folding import steps_before


def last(body: str) -> tuple[ast.FunctionDef, ast.Assert]:
    (function,) = ast.parse("def test():\n" + "".join(f"    {line}\n" for line in body.splitlines())).body
    assert isinstance(function, ast.FunctionDef)
    return function, [node for node in ast.walk(function) if isinstance(node, ast.Assert)][-1]


def test_what_comes_before_an_assertion_becomes_expressions() -> None:
    found = steps_before(*last("box = Box(2)\nbox.add(1)\nassert box.size() == 1\nassert box.all() == [1]"))
    assert found == ["(box := Box(2))", "(box.add(1))", "(box.size() == 1)"]


@pytest.mark.parametrize(
    "body",
    [
        "assert f(1) == 2",
        "assert f(1) == 2\nassert f(2) == 3",
        "'a text'\nassert f(1) == 2",
        "for x in y:\n    x.go()\nassert f(1) == 2",
        "a.b = 1\nassert f(1) == 2",
        "a, b = 1, 2\nassert f(a) == 2",
        "import m\nassert m.f(1) == 2",
        "if x:\n    a = 1\n    assert f(a) == 2",
    ],
)
def test_an_assertion_that_needs_nothing_or_something_that_is_no_expression_has_none(body: str) -> None:
    assert steps_before(*last(body)) == []
