"""The text of an answer: what nobody asked for, and how it treats its parameters."""

import pytest

from aurora.engines.verify.form import Form


def form(body: str, request: str = "", parameters: str = "x", before: str = "") -> Form:
    return Form(request, f"{before}def f({parameters}):\n    'Made of 9 words.'\n    return {body}\n", "f")


@pytest.mark.parametrize(
    ("request_", "body", "count"),
    [
        ("the largest", "max(x)", 0),
        ("the largest", "max(x[1:])", 1),
        ("the largest of the rest", "sorted(x)[-1]", 1),
        ("the last", "x[-1]", 0),
        ("", "max(x[1:]) // 7", 0),
        ("the sum", "sum(x) // 7", 1),
        ("the sum of the even", "sum(y for y in x if y % 2 == 0)", 0),
    ],
)
def test_operations_that_no_word_asks_for(request_: str, body: str, count: int) -> None:
    assert form(body, request_).unasked() == count


def test_only_a_function_that_is_wholly_named_counts() -> None:
    helper = "def digit_sum(n):\n    return 1\n\n\n"
    assert form("digit_sum(x)", "the sum of each digit", before=helper).named()
    assert not form("digit_sum(x)", "the sum", before=helper).named()
    assert not form("sum(x)", "the sum of each digit", before=helper).named()


@pytest.mark.parametrize(("body", "count"), [("x + 1 - 0 * -1", 0), ("x * 7 + 2.5 - 2", 2), ("[x, '8', True]", 0)])
def test_numbers_that_are_not_ordinary(body: str, count: int) -> None:
    assert form(body).numbers() == count


def test_a_parameter_that_is_read_again() -> None:
    assert form("x + y", parameters="x, y").reread(("x", "y")) == 0
    assert form("x * x + x", parameters="x, y").reread(("x", "y")) == 2


def test_a_parameter_that_is_a_length_may_be_left_out() -> None:
    names = ("x", "n")
    assert form("sum(x)", parameters="x, n").idle(names, [([1, 2], 2), ([], 0)]) == 0.0
    assert form("sum(x)", parameters="x, n").idle(names, [([1, 2], 2), ([], 1)]) == 0.5
    assert form("sum(x)", parameters="x, n").idle(names, []) == 0.5
    assert form("sum(x) + n", parameters="x, n").idle(names, [([1], 5)]) == 0.0
