"""Closed forms."""

from fractions import Fraction

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.formulas import fitted, forms, search, shortest_recurrence
from tests.engines.synthesis.problems import bench_for, called, first, problem


def numbers(*values: int) -> list[Fraction]:
    return list(map(Fraction, values))


def test_points_on_no_line_have_no_line() -> None:
    assert fitted([numbers(0), numbers(1), numbers(2)], numbers(0, 1, 5), ((1,), (0,))) is None


def test_one_point_determines_no_line() -> None:
    assert fitted([numbers(1)], numbers(5), ((1,), (0,))) is None


def test_coefficients_are_exact() -> None:
    rows = [numbers(value) for value in (1, 2, 3, 4)]
    assert fitted(rows, numbers(0, 1, 3, 6), ((2,), (1,), (0,))) == [Fraction(1, 2), Fraction(-1, 2), Fraction(0)]


def test_forms_in_two_variables_begin_with_one_term() -> None:
    assert next(forms(2)) == ((0, 1), (0, 0))


def test_the_shortest_recurrence_of_a_sequence() -> None:
    assert shortest_recurrence([1, 1, 2, 3, 5, 8]) == numbers(1, 1)
    assert shortest_recurrence([3, 6, 12, 24]) == numbers(2)
    assert shortest_recurrence([0, 0, 0]) == []


def test_a_form_without_a_spare_example_is_none(library: Library) -> None:
    given = problem("def f(n: int) -> int", "assert f(1) == 7", "assert f(2) == 11", "assert f(3) == 17")
    assert [found for found in search(given, bench_for(library, 5.0)) if found] == []


def test_a_quotient_stays_whole(library: Library) -> None:
    given = problem("def f(n: int) -> int", *(f"assert f({n}) == {n * (n - 1) // 2}" for n in (1, 2, 3, 4, 6)))
    assert called(first(search(given, bench_for(library, 5.0))).code, "f(10)") == 45
