"""Number of ways to choose `size` of `count` things: the binomial coefficient."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="choose binomial coefficient n choose k combinations number of ways nCr",
    examples=[Example((5, 2), 10), Example((3, 5), 0), Example((4, 0), 1)],
    holds=lambda count, size, ret: size > count or ret == math.comb(count, count - size),
)
def choose(count: Nat, size: Nat) -> int:
    """Number of ways to choose `size` of `count` things: the binomial coefficient."""
    return math.comb(count, size)
