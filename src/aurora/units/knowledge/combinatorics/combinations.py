"""All choices of `size` of the items, in the order of their places."""

import itertools
import math

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="combinations all choices subsets of size k choose groups",
    examples=[Example(([1, 2, 3], 2), [[1, 2], [1, 3], [2, 3]]), Example(([1], 2), []), Example(([1, 2], 0), [[]])],
    holds=lambda items, size, ret: len(ret) == math.comb(len(items), size),
    cost=2.0,
)
def combinations(items: list[T], size: Nat) -> list[list[T]]:
    """All choices of `size` of the items, in the order of their places."""
    return [list(choice) for choice in itertools.combinations(items, size)]
