"""The element of lists in lists that a path of places leads to; raises IndexError where the path breaks off."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="nested access path of indices element",
    examples=[Example(([1, [2, [3]]], [1, 1, 0]), 3), Example(([5], [0]), 5), Example(([5], []), [5])],
    holds=lambda values, path, ret: bool(path) or ret == values,
)
def deep_get(values: list[Any], path: list[int]) -> Any:
    """The element of lists in lists that a path of places leads to; raises IndexError where the path breaks off."""
    found: Any = values
    for place in path:
        if not isinstance(found, list):
            raise IndexError("the path goes through an element that is no list")
        found = found[place]
    return found
