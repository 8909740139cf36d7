"""Tables over two sequences and over a board."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.grid import search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_texts_are_no_answers_of_a_table(library: Library) -> None:
    given = problem("def f(a: str, b: str) -> str", "assert f('a', 'b') == 'ab'")
    assert list(search(given, bench_for(library, 5.0))) == []


def test_two_texts_are_aligned(library: Library) -> None:
    given = problem(
        "def f(a: str, b: str) -> int",
        "assert f('abcde', 'ace') == 3",
        "assert f('abc', 'xyz') == 0",
        "assert f('aab', 'ab') == 2",
        prompt="Length of the longest common subsequence.",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f('kitten', 'sitting')") == 4


def test_ways_over_a_board_are_counted(library: Library) -> None:
    given = problem(
        "def f(board: list[list[int]]) -> int",
        "assert f([[0, 0], [0, 0]]) == 2",
        "assert f([[0, 1], [0, 0]]) == 1",
        "assert f([[0, 0, 0], [0, 0, 0], [0, 0, 0]]) == 6",
        prompt="Number of ways from the top left to the bottom right, right or down, around the ones.",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([[0, 0, 0], [0, 1, 0], [0, 0, 0]])") == 2
