"""Pointers from both ends."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.pointers import met, search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_texts_have_no_pointers(library: Library) -> None:
    given = problem("def f(s: str) -> int", "assert f('ab') == 1")
    assert [found for found in search(given, bench_for(library, 2.0)) if found] == []


def test_one_element_is_no_pair() -> None:
    assert list(met([7], lambda left, right: True)) == []


def test_the_lower_end_moves() -> None:
    assert list(met([1, 8, 6], lambda left, right: left < right)) == [(1, 6, 2), (8, 6, 1)]


def test_a_pair_of_a_sorted_list_has_the_sum(library: Library) -> None:
    given = problem(
        "def f(xs: list[int], goal: int) -> bool",
        "assert f([1, 2, 4, 9], 6)",
        "assert not f([1, 2, 4], 7)",
        "assert not f([1, 3, 4, 9], 6)",
        "assert f([3, 4], 7)",
        "assert not f([2, 4, 9], 8)",
        "assert f([0, 5, 6, 7, 8], 11)",
        "assert not f([4, 4, 5], 4)",
        prompt="Is the sum of some pair in the sorted list equal to the goal?",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([1, 3, 8, 10], 11), f([5, 6, 7], 10)") == (
        True,
        False,
    )
