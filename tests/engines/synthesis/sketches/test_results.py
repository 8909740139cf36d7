"""Results of loops beside the goals of a search."""

import math

from aurora.engines.synthesis.bench import Work
from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.results import Results, price
from tests.engines.synthesis.problems import bench_for, problem


def work(library: Library, prompt: str = "") -> Work:
    given = problem("def f(n: int) -> int", "assert f(1) == 5", "assert f(2) == 9", prompt=prompt)
    return bench_for(library, 5.0).work(given)


def never() -> tuple[str, str]:
    raise AssertionError("written for nothing")


def test_what_is_no_goal_is_not_written(library: Library) -> None:
    assert not Results(work(library)).offer([5, 10], 3, (), "", never)


def test_whole_numbers_far_from_the_goal_are_no_goal(library: Library) -> None:
    assert not Results(work(library)).offer([8, 120], 3, (), "", never)


def test_a_goal_is_held_until_it_is_released(library: Library) -> None:
    given = work(library)
    results = Results(given)
    assert results.offer([5, 9], 7, (), "", lambda: ("total = 0", "total"))
    results.release(6)
    assert given.goals.hits == []
    results.release(math.inf)
    assert min(hit.cost for hit in given.goals.hits) == 7


def test_the_same_results_count_once(library: Library) -> None:
    results = Results(work(library))
    assert results.offer([5, 9], 7, (), "", lambda: ("", "total"))
    assert not results.offer([5, 9], 9, (), "", never)


def test_words_make_a_sketch_cheaper(library: Library) -> None:
    assert price(work(library, "The running total"), 4, "running") == 2
    assert price(work(library, "The area"), 4, "running") == 6
    assert price(work(library), 4, "running") == 4
