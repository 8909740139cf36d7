"""The elements of a list that meet a condition before those that do not, both in their order."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="move matching to front evens before odds negatives first separate",
    examples=[
        Example(([1, 2, 3, 4], lambda n: n % 2 == 0), [2, 4, 1, 3]),
        Example((["a"], str.isdigit), ["a"]),
        Example(([], str.isdigit), []),
    ],
    holds=lambda values, first, ret: (
        len(ret) == len(values) and not any(first(b) and not first(a) for a, b in itertools.pairwise(ret))
    ),
)
def stable_partition(values: list[T], first: Callable[[T], bool]) -> list[T]:
    """The elements of a list that meet a condition before those that do not, both in their order."""
    return sorted(values, key=lambda value: not first(value))
