"""How many elements of a list a function maps to each key, in the order of first occurrence."""

import collections
from collections.abc import Callable

from aurora.contracts.component import Example, K, T, component


@component(
    words="count per group tally by key category frequency",
    examples=[
        Example((["a", "bb", "cc"], len), {1: 1, 2: 2}),
        Example(([1, 2, 3], lambda n: n % 2 == 0), {False: 2, True: 1}),
        Example(([], len), {}),
    ],
    holds=lambda values, _key, ret: sum(ret.values()) == len(values),
)
def count_by(values: list[T], key: Callable[[T], K]) -> dict[K, int]:
    """How many elements of a list a function maps to each key, in the order of first occurrence."""
    return dict(collections.Counter(map(key, values)))
