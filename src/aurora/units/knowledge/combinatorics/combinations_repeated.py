"""All choices of `size` of the items in which an item may come again."""

import itertools
import math

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="combinations with replacement repetition repeated choices multiset",
    examples=[
        Example((["a", "b"], 2), [["a", "a"], ["a", "b"], ["b", "b"]]),
        Example(([], 1), []),
        Example(([1], 3), [[1, 1, 1]]),
    ],
    holds=lambda items, size, ret: (
        len(ret) == math.comb(len(items) + size - 1, size) if items else len(ret) == (size == 0)
    ),
    cost=2.0,
)
def combinations_repeated(items: list[T], size: Nat) -> list[list[T]]:
    """All choices of `size` of the items in which an item may come again."""
    return [list(choice) for choice in itertools.combinations_with_replacement(items, size)]
