"""Recursions over halves and nested lists."""

import pytest

from aurora.engines.synthesis.library import Library
from aurora.engines.synthesis.sketches.divide import folded, halves, leaves_of, search
from tests.engines.synthesis.problems import bench_for, called, first, problem


def test_a_flat_list_of_numbers_without_a_rule_has_no_answer(library: Library) -> None:
    given = problem("def f(xs: list[int]) -> int", "assert f([1, 5]) == 70", "assert f([2]) == -9")
    assert [found for found in search(given, bench_for(library, 2.0)) if found] == []


def test_halves_that_grow_without_end_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        halves("a" * 64, lambda items: "x" * 500, lambda left, right: left + right)


def test_halves_are_combined_in_order() -> None:
    assert halves([1, 2, 3], lambda items: str(items[0]), lambda left, right: f"({left}{right})") == "(1(23))"


def test_nested_lists_are_folded_from_the_leaves_up() -> None:
    assert folded([1, [2, [3]], []], lambda item: item * 2, sum) == 12
    assert list(leaves_of([1, [2, [3]], []])) == [1, 2, 3]


def test_the_depth_of_a_nested_list(library: Library) -> None:
    given = problem(
        "def f(tree: list) -> int",
        "assert f([]) == 1",
        "assert f([1, [2, [3]]]) == 3",
        "assert f([[1], [2]]) == 2",
        prompt="How deep is a nested list?",
    )
    assert called(first(search(given, bench_for(library, 5.0))).code, "f([[[[7]]], 1])") == 4
