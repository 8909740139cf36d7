"""Where variables are found by others, and the texts of attribute chains."""

import ast

import pytest

from aurora.pycode.taint.names import names_of
from aurora.pycode.taint.state import State, Summary, chain

NAMES = names_of({"a.py": "class A:\n    def f(self, v):\n        pass\ndef g(): pass\n"})


@pytest.mark.parametrize(("text", "expected"), [("a", "a"), ("a.b.c", "a.b.c"), ("f().b", ""), ("a[0]", "")])
def test_a_chain_is_names_only(text: str, expected: str) -> None:
    assert chain(ast.parse(text, mode="eval").body) == expected


def test_attributes_are_kept_for_the_class_and_locals_for_nobody() -> None:
    state = State(NAMES, NAMES.callees["a.A.f"], {}, {})
    outside = state.source(ast.parse("input()", mode="eval").body)
    state.put("self.x", outside)
    state.put("v", outside)
    assert set(state.stores) == {"a.A.x"}
    assert state.get("v") == outside
    state.outer.add("total")
    state.put("total", outside)
    assert {"a.A.x", "a.total"} < set(state.stores)


def test_a_function_that_was_not_looked_at_does_nothing() -> None:
    state = State(NAMES, NAMES.callees["a.g"], {}, {})
    assert state.summary(NAMES.callees["a.A.f"]) == Summary()
    assert state.asked == {"a.A.f"}
