"""Recurrences over one and two numbers."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.recurrence import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_texts_have_no_recurrence(library: Library) -> None:
    given = problem("def f(n: int) -> str", "assert f(1) == 'a'", "assert f(2) == 'b'")
    assert list(search(given, bench_for(library, 5.0))) == []


def test_first_values_that_no_step_leads_from_are_no_recurrence(library: Library) -> None:
    given = problem("def f(n: int) -> int", "assert f(1) == -31", "assert f(0) == 12")
    found = [one for one in search(given, bench_for(library, 2.0)) if one]
    assert not any("earlier" in candidate.code for candidate in found)


def test_a_value_comes_from_the_two_before_it(library: Library) -> None:
    shown = ((1, 1), (2, 1), (3, 3), (4, 5), (5, 11), (7, 43))
    given = problem("def f(n: int) -> int", *(f"assert f({n}) == {value}" for n, value in shown))
    assert called(first(search(given, bench_for(library, 5.0))).code, "f(6), f(8)") == (21, 85)


def test_a_cell_comes_from_its_neighbours(library: Library) -> None:
    given = problem(
        "def f(n: int, k: int) -> int",
        "assert f(4, 2) == 6",
        "assert f(5, 0) == 1",
        "assert f(6, 3) == 20",
        "assert f(7, 2) == 21",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f(5, 2)") == 10
