from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.retrieve import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_without_examples_nothing_is_retrieved(library: Library) -> None:
    assert list(search(problem("def f(a)"), bench_for(library, 5.0))) == []


def test_examples_that_no_component_keeps_have_no_answer(library: Library) -> None:
    odd = problem("def f(a)", "assert f('q') == 'zebra 1'", "assert f('w') == 'apple 9'", prompt="Is it a palindrome?")
    assert not any(search(odd, bench_for(library, 5.0)))


def test_the_component_that_the_words_name_is_applied(library: Library) -> None:
    asserts = ("assert f('abba')", "assert not f('abc')", "assert f('racecar')", "assert not f('xyzzx')")
    found = first(search(problem("def f(line)", *asserts, prompt="Is the line a palindrome?"), bench_for(library, 5.0)))
    assert called(found.code, "f('noon'), f('night')") == (True, False)


def test_arguments_are_tried_in_every_order(library: Library) -> None:
    asserts = ("assert f(0, 10, 15) == 10", "assert f(2, 8, -1) == 2", "assert f(0, 9, 4) == 4")
    given = problem("def f(low, high, number)", *asserts, prompt="Limit a number to a range: clip or clamp it.")
    found = first(search(given, bench_for(library, 5.0)))
    assert called(found.code, "f(1, 3, 2), f(1, 3, 7), f(1, 3, 0)") == (2, 3, 1)
