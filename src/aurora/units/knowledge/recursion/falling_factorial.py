"""The product of k integers from n downwards; raises ValueError for a negative k."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="falling factorial pochhammer n times n minus one k factors",
    examples=[Example((5, 2), 20), Example((3, 4), 0), Example((9, 0), 1)],
    holds=lambda n, k, ret: k < 1 or ret == 0 or ret % n == 0,
)
def falling_factorial(n: int, k: Nat) -> int:
    """The product of k integers from n downwards; raises ValueError for a negative k."""
    if k < 0:
        raise ValueError("k must not be negative")
    return math.prod(range(n, n - k, -1))
