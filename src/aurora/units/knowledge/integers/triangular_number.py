"""The sum of the integers 1..n; raises ValueError below 0."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="triangle number sum of first n natural numbers handshakes",
    examples=[Example((4,), 10), Example((1,), 1), Example((0,), 0)],
    holds=lambda n, ret: math.isqrt(8 * ret + 1) == 2 * n + 1,
)
def triangular_number(n: Nat) -> Nat:
    """The sum of the integers 1..n; raises ValueError below 0."""
    if n < 0:
        raise ValueError("the sequence is counted from 0")
    return n * (n + 1) // 2
