"""Loops that change one state."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.simulate import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_without_examples_there_is_no_loop(library: Library) -> None:
    assert list(search(problem("def f(n: int) -> int", prompt="Halve."), bench_for(library, 5.0))) == []


def test_the_condition_is_deduced_from_the_number_of_steps(library: Library) -> None:
    given = problem(
        "def f(start: int, goal: int) -> int",
        "assert f(1, 8) == 3",
        "assert f(5, 5) == 0",
        "assert f(3, 100) == 6",
        prompt="How many times must it be doubled until it is at least the goal?",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f(7, 29), f(7, 28)") == (3, 2)


def test_a_step_is_repeated_as_often_as_a_parameter_says(library: Library) -> None:
    given = problem(
        "def f(word: str, times: int) -> str",
        "assert f('abcdef', 2) == 'cdef'",
        "assert f('xyz', 0) == 'xyz'",
        "assert f('hello', 4) == 'o'",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f('python', 3)") == "hon"
