"""Outputs cut into what each element gives."""

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.pieces import deduced, search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_an_output_that_is_no_chain_of_pieces_has_none() -> None:
    assert deduced([["a", "b"], ["a"]], ["xyz", "w"], "") is None


def test_single_elements_tell_nothing_of_a_joint() -> None:
    assert deduced([["ab"], ["c"]], ["ba", "c"], " ") is None


def test_nothing_changed_is_no_answer() -> None:
    assert deduced([["a", "b"], ["b"]], ["ab", "b"], "") is None


def test_equal_elements_give_equal_pieces() -> None:
    assert deduced([["a", "-", "a"], ["-"]], ["aa-aa", "-"], "") == {"a": "aa", "-": "-"}


def test_pieces_stand_between_joints() -> None:
    assert deduced([["one", "two"], ["one"]], ["eno owt", "eno"], " ") == {"one": "eno", "two": "owt"}


def test_pieces_of_lists_are_lists() -> None:
    assert deduced([[1, 2], [2]], [[1, 1, 2, 2], [2, 2]], []) == {1: [1, 1], 2: [2, 2]}


def test_numbers_of_letters_are_no_pieces_of_text() -> None:
    assert deduced([["a", "b"], ["b"]], [[1, 2], [2]], []) == {"a": [1], "b": [2]}


def test_words_are_written_so_many_on_a_line(library: Library) -> None:
    given = problem(
        "def f(s: str, n: int) -> str",
        "assert f('one two', 1) == 'one\\ntwo'",
        "assert f(' x  y z  q r', 2) == 'x y\\nz q\\nr'",
        "assert f('a b c', 2) == 'a b\\nc'",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f('k l m n', 3)") == "k l m\nn"


def test_a_piece_that_a_condition_chooses_is_written_so_that_it_can_be_read(library: Library) -> None:
    given = problem(
        "def f(xs: list[int]) -> list[int]",
        "assert f([4, 7, 2, 9, 6]) == [4, 4, 7, 2, 2, 9, 6, 6]",
        "assert f([1, 8]) == [1, 8, 8]",
        "assert f([3]) == [3]",
    )
    assert called(first(search(given, bench_for(library, 6.0))).code, "f([5, 10])") == [5, 10, 10]
