"""Enumeration finds the cheapest programs first."""

import pytest

from aurora.engines.synthesis.bank import leaf
from aurora.engines.synthesis.goals import Goals
from aurora.engines.synthesis.grammar import OPERATORS
from aurora.engines.synthesis.render import expression
from aurora.engines.synthesis.space import Space, splits


def solved(columns: dict[str, list[object]], outputs: list[object], level: int) -> list[str]:
    """The texts of the programs that give the outputs, found up to a level."""
    size = len(outputs)
    leaves = [leaf(name, values, 1, flags=1) for name, values in columns.items()]
    leaves += [leaf(repr(value), [value] * size, 1) for value in (0, 1, 2)]
    goals = Goals(outputs, depth=0)
    space = Space(leaves, OPERATORS)
    goals.attach(space.bank)
    for _ in space.fill(level):
        pass
    return [expression(hit.entry)[0] for hit in sorted(goals.hits, key=lambda hit: hit.cost)]


def test_nothing_is_found_when_inputs_are_equal_and_outputs_differ() -> None:
    assert solved({"a": [1, 1]}, [1, 2], 5) == []


@pytest.mark.parametrize(
    ("columns", "outputs", "expected"),
    [
        ({"a": [2, 5], "b": [3, 7]}, [5, 12], "a + b"),
        ({"xs": [[3, 1], [9, 4, 5]]}, [4, 18], "sum(xs)"),
        ({"xs": [[3, 1, 4], [2, 6]]}, [[4, 2, 5], [3, 7]], "[number + 1 for number in xs]"),
        ({"xs": [[3, -1, 5, 0], [-2, 6]]}, [[3, 5], [6]], "[number for number in xs if number > 0]"),
        (
            {"words": [["ab", "c", "def"], ["xyz", "q"]]},
            [["c", "ab", "def"], ["q", "xyz"]],
            "sorted(words, key=lambda word: len(word))",
        ),
    ],
)
def test_the_cheapest_program_is_the_expected_one(
    columns: dict[str, list[object]], outputs: list[object], expected: str
) -> None:
    assert solved(columns, outputs, 6)[0] == expected


def test_programs_that_raise_are_left_out() -> None:
    assert solved({"xs": [[], [4]]}, [0, 4], 3)[:1] == ["sum(xs)"]


def test_splits_are_all_ordered_sums() -> None:
    assert list(splits(4, 2)) == [(1, 3), (2, 2), (3, 1)]
    assert list(splits(1, 2)) == []
