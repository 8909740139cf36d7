"""Calls with a count of arguments that cannot be right."""

import pytest

from aurora.pycode.arity import wrong_counts
from aurora.pycode.binding import scopes_of
from aurora.pycode.parse import parse


def counts(text: str) -> list[tuple[str, list[str]]]:
    source = parse(text)
    found = wrong_counts(source, scopes_of(source.tree))
    return [(source.segment(each.node), [meant.text for meant in each.meant]) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "def f(a, b=1):\n    pass\nf(1)\nf(1, 2)\n",
        "def f(*a):\n    pass\nf(1, 2)\n",
        "def f(a):\n    pass\nf(*x)\nf(a=1)\n",
        "def f(a):\n    pass\nf = g\nf(1, 2)\n",
        "@wraps\ndef f(a):\n    pass\nf(1, 2)\n",
        "class A:\n    def f(self, a):\n        self.f(1)\n",
        "class A:\n    def f(self, a):\n        self.f(1, 2)\n\n\nclass B:\n    def f(self, a, b):\n        pass\n",
        "class A:\n    def f(self, a):\n        self.f = g\n        self.f(1, 2)\n",
    ],
)
def test_counts_that_may_be_right_are_left_alone(text: str) -> None:
    assert counts(text) == []


def test_an_argument_too_many_is_dropped() -> None:
    text = "class A:\n    def f(self, a):\n        return self.f(self, a)\n"
    assert counts(text) == [("self.f(self, a)", ["self.f(a)", "self.f(self)"])]


def test_an_argument_that_lies_at_hand_is_put_in() -> None:
    text = "def f(a, b):\n    return a\n\n\ndef g(b, c):\n    return f(c)\n"
    assert counts(text) == [("f(c)", ["f(c, b)"])]


def test_a_keyword_that_no_parameter_has_becomes_the_one_that_is_nearly_called_so() -> None:
    text = "def f(a, width=1):\n    return a\n\n\nf(1, widht=2)\n"
    assert counts(text) == [("f(1, widht=2)", ["f(1, width=2)"])]


@pytest.mark.parametrize("call", ["f(1, width=2)", "f(1, **more)", "f(*many, widht=2)"])
def test_keywords_that_may_be_right_are_left_alone(call: str) -> None:
    assert counts(f"def f(a, width=1):\n    return a\n\n\n{call}\n") == []
