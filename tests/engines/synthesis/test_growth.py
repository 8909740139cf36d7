"""What is too large to be made larger."""

from typing import Any

import pytest

from aurora.engines.synthesis.growth import MOST, extent, too_large


def shared(depth: int) -> list[Any]:
    """A list of `depth` lists in memory that reads as 2 ** depth elements."""
    value: list[Any] = [1]
    for _ in range(depth):
        value = [value, value]
    return value


@pytest.mark.parametrize(
    "value",
    [10**50, -(10**50), float("inf"), float("nan"), "x" * 3000, [0] * 3000, ["x" * 1500, "x" * 1500], [[10**50]],
     {1: [0] * 3000}, shared(60)],
    ids=lambda value: repr(value)[:20] if not isinstance(value, list) else f"list of {len(value)}",
)  # fmt: skip
def test_what_grew_beyond_examples_is_too_large(value: Any) -> None:
    assert too_large(value)


@pytest.mark.parametrize("value", [7, 2.5, True, None, "", "text", [1], [[1, "a"], (2, 3)], {"a": {1, 2}}, shared(5)])
def test_what_examples_have_is_not_too_large(value: Any) -> None:
    assert not too_large(value)


def test_a_list_that_holds_itself_is_too_large() -> None:
    value: list[Any] = [1]
    value.append(value)
    assert too_large(value)


@pytest.mark.parametrize(
    ("value", "size"), [(7, 1), ("text", 5), ([], 1), ([[1, "ab"], (2, 3)], 9), ({"a": {1, 2}}, 5)]
)
def test_the_extent_counts_all_the_way_down(value: Any, size: int) -> None:
    assert extent(value) == size


def test_the_extent_of_a_number_that_is_too_large_is_too_large() -> None:
    assert extent(10**50) > MOST
