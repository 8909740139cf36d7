"""Conditions as expressions over the parameters, `ret` and related calls."""

import pytest

from aurora.model.task import Condition
from aurora.pycode.conditions import expression_of


def test_plain_words_have_no_expression() -> None:
    assert expression_of(Condition("the answer is nice")) == ""


def test_an_unknown_invariant_has_no_expression() -> None:
    assert expression_of(Condition("friendly", invariant="friendly")) == ""


def test_an_expression_is_taken_as_it_is() -> None:
    assert expression_of(Condition("ret is small", expression="ret < 9", invariant="idempotent")) == "ret < 9"


@pytest.mark.parametrize(
    ("invariant", "over", "expression"),
    [
        ("commutative", ("a", "b"), "call(a=b, b=a) == ret"),
        ("associative", ("a", "b"), "call(a=ret, b=a) == call(b=call(a=b, b=a))"),
        ("idempotent", ("a",), "call(a=ret) == ret"),
        ("monotonic", ("a",), "direction(call(a=a + 1), ret)"),
        ("inverse of", ("double", "a", "b"), "call(a=double(ret, b)) == ret"),
        ("permutation", ("a",), "sorted(map(repr, ret)) == sorted(map(repr, a))"),
        ("length preserved", ("a",), "len(ret) == len(a)"),
    ],
)
def test_an_invariant_speaks_of_related_calls(invariant: str, over: tuple[str, ...], expression: str) -> None:
    assert expression_of(Condition(invariant, invariant=invariant, over=over)) == expression
