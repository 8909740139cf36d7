"""The product of the integers 1..n; raises ValueError below 0."""

import math

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="factorial product of first n integers n!",
    examples=[Example((5,), 120), Example((1,), 1), Example((0,), 1)],
    holds=lambda n, ret: n < 2 or ret % (n * (n - 1)) == 0,
)
def factorial_of(n: Nat) -> Positive:
    """The product of the integers 1..n; raises ValueError below 0."""
    return math.factorial(n)
