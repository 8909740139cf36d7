"""Two versions of a function: what differs is told, what is the same is measured."""

from typing import Any

import pytest

from aurora.engines.optimize.compare import PAIRS, compare, same

ADD = "def f(a, b):\n    return a + b\n"


def told(before: str, after: str, *calls: str) -> Any:
    names = {"function": "f", "module": "m", "path": "m.py", "seed": 0}
    return compare({"before": before, "after": after, "calls": list(calls), **names})


@pytest.mark.parametrize(
    ("left", "right"),
    [(1, True), (1, 1.0), ([1], (1,)), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (0.1, 0.2), ([1], [1, 2]), ("a", "b")],
)
def test_values_of_other_kind_order_or_content_are_not_the_same(left: object, right: object) -> None:
    assert not same(left, right)


def test_nan_is_like_nan_and_objects_are_what_they_hold() -> None:
    class Box:
        def __init__(self, value: int) -> None:
            self.value = value

    assert same([float("nan")], [float("nan")])
    assert same(Box(1), Box(1))
    assert not same(Box(1), Box(2))


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("def f(a, b):\n    return a - b\n", "for (1, 2) it gives -1 in place of 3"),
        ("def f(a, b):\n    raise ValueError\n", "it gives ValueError in place of 3"),
        ("def f(a, b):\n    return float(a + b)\n", "it gives 3.0 in place of 3"),
        ("def f(a, b):\n    while a:\n        pass\n", "it does not end in time where the original does"),
    ],
)
def test_another_answer_is_told(after: str, words: str) -> None:
    assert words in told(ADD, after, "(1, 2)")["differs"]


def test_what_is_left_of_the_arguments_counts() -> None:
    before, after = "def f(a):\n    return a.pop()\n", "def f(a):\n    return a[-1]\n"
    assert told(before, after, "([1, 2],)")["differs"] != ""


def test_a_difference_that_only_larger_inputs_show_is_found() -> None:
    after = "def f(a):\n    return sum(a) if len(a) < 9 else 0\n"
    assert told("def f(a):\n    return sum(a)\n", after, "([1, 2],)")["differs"] != ""


def test_an_original_that_never_answers_cannot_be_compared() -> None:
    endless = "def f(a):\n    while True:\n        pass\n"
    assert told(endless, endless, "(1,)") == {"differs": "no input is answered in time"}


def test_the_same_is_measured_in_pairs_and_over_sizes() -> None:
    slow = "def f(a):\n    return [x for x in a if a.count(x) > 1]\n"
    quick = "from collections import Counter\ndef f(a):\n    n = Counter(a)\n    return [x for x in a if n[x] > 1]\n"
    seen = told(slow, quick, "([1, 2, 1],)", "([],)")
    assert seen["differs"] == ""
    assert len(seen["ratios"]) == PAIRS
    assert len(seen["sizes"]) > 3
    assert seen["inputs"] == 2 + 2 * len(seen["sizes"])  # with equal items, and with distinct ones


def test_the_gain_is_measured_on_the_largest_input_that_was_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    refuses = (
        "def f(a):\n    if len(a) > 10 and len({*a}) == len(a):\n        raise ValueError\n    return a.count(1)\n"
    )
    measured: list[Any] = []

    def ratios(_before: object, _after: object, call: Any) -> list[float]:
        measured.append(call)
        return []

    monkeypatch.setattr("aurora.engines.optimize.compare._ratios", ratios)
    seen = told(refuses, refuses, "([1, 2, 1],)")
    ((call,),) = measured
    assert len(call) == seen["sizes"][-1][0] < 10
    assert len({*call}) == len(call)


def test_generators_are_compared_by_their_items_and_a_memory_does_not_count() -> None:
    items = "def f(a):\n    yield from range(a)\n"
    assert told(items, items.replace("range(a)", "range(a + 1)"), "(3,)")["differs"] != ""
    fib = "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n"
    seen = told(fib, f"import functools\n@functools.cache\n{fib}", "(9,)")
    assert seen["differs"] == ""
