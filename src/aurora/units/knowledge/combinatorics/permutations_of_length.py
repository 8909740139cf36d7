"""All arrangements of `length` of the items, in the order of their places."""

import itertools
import math

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="permutations arrangements of k items partial orders length",
    examples=[
        Example(([1, 2, 3], 2), [[1, 2], [1, 3], [2, 1], [2, 3], [3, 1], [3, 2]]),
        Example(([1], 2), []),
        Example(([1, 2], 0), [[]]),
    ],
    holds=lambda items, length, ret: len(ret) == math.perm(len(items), length),
    cost=2.0,
)
def permutations_of_length(items: list[T], length: Nat) -> list[list[T]]:
    """All arrangements of `length` of the items, in the order of their places."""
    return [list(order) for order in itertools.permutations(items, length)]
