"""Number of arrangements in which nothing keeps its place.

!n = n * !(n - 1) + (-1)^n, Montmort 1708.
"""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="derangements subfactorial permutations no fixed point",
    examples=[Example((4,), 9), Example((1,), 0), Example((0,), 1)],
    holds=lambda count, ret: count in (0, 1) or ret * 3 >= math.factorial(count),
)
def derangements(count: Nat) -> int:
    """Number of arrangements in which nothing keeps its place."""
    if count < 0:
        raise ValueError("the count must not be negative")
    ways = 1
    for size in range(1, count + 1):
        ways = size * ways + (-1) ** size
    return ways
