"""What is deduced from outputs, at the edges: huge numbers, braces, cases, elements."""

import math
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import pytest

from aurora.engines.synthesis import cases, elements
from aurora.engines.synthesis.bank import Bank, leaf
from aurora.engines.synthesis.goals import Goals
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.render import expression
from aurora.model.effort import SECOND
from tests.engines.synthesis.problems import bench_for, called, first, problem


def led_to(outputs: Sequence[Any], values: Sequence[Any]) -> set[str]:
    """The programs that give the outputs when `a` has these values."""
    goals, bank = Goals(outputs), Bank()
    goals.attach(bank)
    bank.add(leaf("a", values, 1, flags=1))
    return {expression(hit.entry)[0] for hit in goals.hits}


@pytest.mark.parametrize(
    "outputs",
    [
        [10**400, 1],
        ["9" * 4500, "1"],
        [math.nan, 1.0],
        [math.inf, -math.inf],
        [{1, "a"}],
        [1, "a", None, [1]],
        [{"a": [1]}, {}],
        [b"ab"],
    ],
)
def test_unusual_outputs_are_goals_like_any_other(outputs: list[Any]) -> None:
    assert "a" in led_to(outputs, outputs)
    assert led_to(outputs, [object()] * len(outputs)) == set()


def test_a_huge_number_is_not_near_anything() -> None:
    assert led_to([0.5, 2.25], [0.5, 10**400]) == set()


def test_true_is_not_one() -> None:
    assert "a" not in led_to([1, 0], [True, False])
    assert "a" not in led_to([True, False], [1, 0])


@pytest.mark.parametrize(
    ("outputs", "values"),
    [
        ([[[1, 2], {1}], [[3], {1}]], [[1, 2], [3]]),
        (["{0}", "{1}", "{0}", "{1}"], [True, False, True, False]),
        (["a{0}", "b{0}"], ["a{0", "b{0"]),
    ],
)
def test_braces_in_the_outputs_are_no_holes(outputs: list[Any], values: list[Any]) -> None:
    for text in led_to(outputs, values):
        assert [eval(text, {"a": value}) for value in values] == outputs


@pytest.mark.parametrize(
    ("outputs", "values"),
    [
        ([2, 5], [1, 4]),
        ([-3, 4], [3, -4]),
        ([1.23, 4.57], [1.2345, 4.5678]),
        (["ba", "dc"], ["ab", "cd"]),
        ([(1, 2), (3,)], [[1, 2], [3]]),
        (["12", "-3"], [12, -3]),
        (["yes", "no", "yes", "no"], [True, False, True, False]),
        ([[1, 0], [2, 0]], [[1], [2]]),
    ],
)
def test_one_step_leads_to_the_outputs(outputs: list[Any], values: list[Any]) -> None:
    found = led_to(outputs, values)
    assert found
    assert all([eval(text, {"a": value}) for value in values] == outputs for text in found)


def test_one_example_has_no_cases(library: Library) -> None:
    assert list(cases.search(problem("def f(n)", "assert f(1) == 2"), bench_for(library, 5.0))) == []


def test_programs_that_are_right_on_some_examples_are_told_apart(library: Library) -> None:
    asserts = ("f(4) == 4", "f(6) == 6", "f(-3) == 0", "f(-8) == 0", "f(9) == 9")
    given = problem("def f(n: int) -> int", *(f"assert {text}" for text in asserts))
    assert called(first(cases.search(given, bench_for(library, 20.0))).code, "f(-20), f(31)") == (0, 31)


@pytest.mark.parametrize(
    ("asserts", "call", "answer"),
    [
        (("assert f([1, 2]) == 5", "assert f([3]) == 9", "assert f([2, 2, 1]) == 9"), "f([4, 1])", 17),
        (
            ("assert f(['ab', 'a', 'cd']) == {2: ['ab', 'cd'], 1: ['a']}", "assert f(['xyz']) == {3: ['xyz']}"),
            "f(['q', 'r', 'st'])",
            {1: ["q", "r"], 2: ["st"]},
        ),
    ],
)
def test_numbers_and_groups_are_made_of_the_elements(
    library: Library, asserts: tuple[str, ...], call: str, answer: object
) -> None:
    given = problem("def f(xs)", *asserts)
    bench = bench_for(library, 60.0)
    steps = takewhile(lambda _: bench.meter.steps < SECOND, elements.search(given, bench))
    best = min((found for found in steps if found), key=lambda found: found.cost)
    scope: dict[str, object] = {}
    exec(best.code, scope)
    assert eval(call, scope) == answer


@pytest.mark.parametrize("output", ["True", "None"])
def test_outputs_without_elements_are_not_looked_into(library: Library, output: str) -> None:
    given = problem("def f(xs)", f"assert f([1, 2]) == {output}")
    assert list(elements.search(given, bench_for(library, 5.0))) == []


def test_what_happens_to_each_element_of_a_parameter_is_found(library: Library) -> None:
    asserts = ("f([1, 2, 3, 8]) == [3, 6, 11, 66]", "f([4]) == [18]", "f([0, 5]) == [2, 27]")
    given = problem("def f(xs: list) -> list", *(f"assert {text}" for text in asserts))
    assert called(first(elements.search(given, bench_for(library, 20.0))).code, "f([10, 7]), f([])") == ([102, 51], [])
