"""The product of n, n - 2, n - 4, ... down to 1 or 2; raises ValueError below 0."""

import math

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="double factorial n!! every second integer product",
    examples=[Example((7,), 105), Example((6,), 48), Example((0,), 1)],
    holds=lambda n, ret: n < 1 or ret % n == 0,
)
def double_factorial(n: Nat) -> Positive:
    """The product of n, n - 2, n - 4, ... down to 1 or 2; raises ValueError below 0."""
    if n < 0:
        raise ValueError("n must not be negative")
    return math.prod(range(n, 0, -2))
