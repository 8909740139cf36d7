"""Loops with one total."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.accumulate import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_without_examples_there_is_no_loop(library: Library) -> None:
    given = problem("def f(xs: list[int]) -> int", prompt="The total.")
    assert list(search(given, bench_for(library, 5.0))) == []


def test_a_mixture_of_outputs_has_no_total(library: Library) -> None:
    given = problem("def f(x)", "assert f(1) == 'a'", "assert f(2) == 3")
    assert [found for found in search(given, bench_for(library, 5.0)) if found] == []


def test_running_totals_begin_with_a_parameter(library: Library) -> None:
    given = problem(
        "def f(xs: list[int], a: int) -> list[int]", "assert f([5, -2], 10) == [15, 13]", "assert f([1], 0) == [1]"
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([2, 2, 2], 1)") == [3, 5, 7]


def test_totals_are_kept_by_key(library: Library) -> None:
    given = problem(
        "def f(rows: list[tuple[str, int]]) -> dict[str, int]",
        "assert f([('a', 1), ('b', 2), ('a', 3)]) == {'a': 4, 'b': 2}",
        "assert f([]) == {}",
        prompt="Add up the numbers of each name.",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([('x', 5), ('x', -1)])") == {"x": 4}
