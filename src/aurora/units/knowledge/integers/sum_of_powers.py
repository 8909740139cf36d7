"""The sum of k ** exponent for k in 1..n; 0 when n is below 1; raises ValueError for a negative exponent."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="sum of squares cubes fourth powers of first n natural numbers series",
    examples=[Example((3, 2), 14), Example((4, 3), 100), Example((0, 2), 0)],
    holds=lambda n, exponent, ret: ret >= max(n, 0) and (exponent != 3 or math.isqrt(ret) ** 2 == ret),
)
def sum_of_powers(n: int, exponent: Nat) -> Nat:
    """The sum of k ** exponent for k in 1..n; 0 when n is below 1; raises ValueError for a negative exponent."""
    if exponent < 0:
        raise ValueError("the exponent must not be negative")
    return sum(int(base**exponent) for base in range(1, n + 1))
