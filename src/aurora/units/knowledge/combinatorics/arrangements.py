"""Number of ways to put `size` of `count` things in a row."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="permutation coefficient number of arrangements nPr ordered ways",
    examples=[Example((5, 2), 20), Example((3, 5), 0), Example((4, 0), 1)],
    holds=lambda count, size, ret: (ret == 0) == (size > count),
)
def arrangements(count: Nat, size: Nat) -> int:
    """Number of ways to put `size` of `count` things in a row."""
    return math.perm(count, size)
