"""The elements of a list in descending order of what a function gives for them; equal ones keep their order."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import C, Example, T, component


@component(
    words="sort with key function reverse order largest first",
    examples=[
        Example((["a", "bb", "ccc"], len), ["ccc", "bb", "a"]),
        Example(([1, -1, -2], abs), [-2, 1, -1]),
        Example(([], len), []),
    ],
    holds=lambda values, key, ret: (
        len(ret) == len(values) and not any(key(a) < key(b) for a, b in itertools.pairwise(ret))
    ),
)
def sort_by_descending(values: list[T], key: Callable[[T], C]) -> list[T]:
    """The elements of a list in descending order of what a function gives for them; equal ones keep their order."""
    return sorted(values, key=key, reverse=True)
