"""Choices among pairs, windows, stretches and subsets."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.choose import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_numbers_have_nothing_to_choose_from(library: Library) -> None:
    given = problem("def f(n: int) -> int", "assert f(1) == 2")
    assert [found for found in search(given, bench_for(library, 5.0)) if found] == []


def test_neighbours_that_fall_are_counted(library: Library) -> None:
    given = problem(
        "def f(xs: list[int]) -> int",
        "assert f([3, 1, 2, 0]) == 2",
        "assert f([1, 2, 3]) == 0",
        "assert f([7, 5, 4, 1, 9, 2]) == 4",
        prompt="How many times is a number less than the previous one?",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([5, 4, 3, 9, 1])") == 3


def test_windows_are_as_wide_as_the_words_say(library: Library) -> None:
    given = problem(
        "def f(xs: list[int]) -> int",
        "assert f([1, 2, 3, 4]) == 9",
        "assert f([5, 0, 0, 5]) == 5",
        "assert f([9, 1, 1, 1, 9, 1]) == 11",
        prompt="The largest sum of three consecutive numbers.",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([0, 0, 10, 0, 0, 2])") == 10
