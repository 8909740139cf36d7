"""Loops with a stack."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.stack import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_numbers_have_no_stack(library: Library) -> None:
    given = problem("def f(n: int) -> int", "assert f(1) == 2")
    assert [found for found in search(given, bench_for(library, 5.0)) if found] == []


def test_brackets_of_all_kinds_must_close_in_order(library: Library) -> None:
    given = problem("def f(s: str) -> bool", "assert f('(a)')", "assert not f('(]')", "assert not f('((')")
    code = first(search(given, bench_for(library, 5.0))).code
    assert called(code, "f('{[()]}'), f('{[}]'), f('')") == (True, False, True)


def test_a_postfix_expression_has_a_value(library: Library) -> None:
    given = problem("def f(s: str) -> int", "assert f('2 3 +') == 5", "assert f('7') == 7", "assert f('5 1 -') == 4")
    assert called(first(search(given, bench_for(library, 5.0))).code, "f('2 3 4 * +')") == 14
