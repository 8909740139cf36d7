from typing import Any

import pytest

from aurora.engines.synthesis.ranking import behaviour, chosen, neighbours, probes, ranked
from aurora.model.answer import Candidate
from tests.engines.synthesis.problems import problem

PROBLEM = problem("def f(a)", "assert f(1) == 2", "assert f(5) == 6")


def candidate(body: str, cost: float) -> Candidate:
    return Candidate(f"def f(a):\n    return {body}\n", "s", cost)


def bodies(candidates: list[Candidate]) -> list[str]:
    return [one.code.partition("return ")[2].strip() for one in candidates]


def test_nothing_is_ranked_when_nothing_was_found() -> None:
    assert ranked([]) == []
    assert chosen(PROBLEM, []) == []


def test_a_function_that_raises_or_never_ends_has_a_behaviour_too() -> None:
    assert behaviour(PROBLEM, candidate("1 // (a - 1)", 1).code, [(1,), (2,)]) == "None; 1"
    assert behaviour(PROBLEM, "def f(a):\n    while a:\n        pass\n    return 1\n", [(1,), (0,)]) == "None; 1"


def test_a_function_that_changes_its_input_does_not_change_the_probe() -> None:
    inputs = [([1, 2],)]
    assert behaviour(PROBLEM, "def f(a):\n    a.clear()\n    return a\n", inputs) == "[]"
    assert inputs == [([1, 2],)]


def test_the_simplest_comes_first_and_equal_texts_are_one() -> None:
    dear, cheap, twice = candidate("a + 1", 5), candidate("1 + a", 3), candidate("a + 1", 4)
    assert ranked([dear, cheap, twice]) == [cheap, twice]


def test_of_equal_costs_the_shorter_text_comes_first() -> None:
    assert bodies(ranked([candidate("a + 1 + 0", 3), candidate("a + 1", 3)])) == ["a + 1", "a + 1 + 0"]


def test_other_behaviours_are_shown_before_more_of_the_same() -> None:
    twins = [candidate(f"a + 1 + 0 * {number}", number) for number in range(20)]
    other = candidate("a ** 2 - 5 * a + 6 if a != 5 else 6", 30)
    found = chosen(PROBLEM, [*twins, other][::-1])
    assert found[0] == twins[0]
    assert len(found) <= 8
    assert [one.cost for one in found] == sorted(one.cost for one in found)
    few = chosen(PROBLEM, [*twins[:10], other])
    assert other in few


@pytest.mark.parametrize("value", [None, True, {1}, {"a": 1}, object()])
def test_some_values_have_no_neighbours(value: Any) -> None:
    assert list(neighbours(value)) == []


@pytest.mark.parametrize("value", [0, 7, -2, 1.5, "", "ab", [], [1, 2], (1, 2)])
def test_neighbours_are_of_the_same_kind_and_some_differ(value: Any) -> None:
    found = list(neighbours(value))
    assert all(isinstance(one, int | float) if isinstance(value, float) else type(one) is type(value) for one in found)
    assert value in ("", []) or any(one != value for one in found)


def test_probes_change_one_argument_and_are_few() -> None:
    two = problem("def f(a, b)", *(f"assert f({number}, 'x{number}') == {number}" for number in range(20)))
    found = list(probes(two))
    assert 0 < len(found) <= 24
    assert all(any(sum(a != b for a, b in zip(row, given, strict=True)) <= 1 for given in two.inputs) for row in found)
    assert list(probes(problem("def f(a)"))) == []
