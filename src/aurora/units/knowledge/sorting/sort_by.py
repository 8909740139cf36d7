"""The elements of a list in ascending order of what a function gives for them; equal ones keep their order."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import C, Example, T, component


@component(
    words="sort with key function order according to ascending stable",
    examples=[
        Example((["ccc", "a", "bb"], len), ["a", "bb", "ccc"]),
        Example(([-2, 1], abs), [1, -2]),
        Example(([], len), []),
    ],
    holds=lambda values, key, ret: (
        len(ret) == len(values) and not any(key(b) < key(a) for a, b in itertools.pairwise(ret))
    ),
)
def sort_by(values: list[T], key: Callable[[T], C]) -> list[T]:
    """The elements of a list in ascending order of what a function gives for them; equal ones keep their order."""
    return sorted(values, key=key)
