"""The greatest integer that divides both; 0 only for two zeros."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="gcd hcf highest common factor measure two numbers share",
    examples=[Example((12, 18), 6), Example((7, 5), 1), Example((0, 0), 0)],
    holds=lambda a, b, ret: (a % ret == 0 and b % ret == 0) if ret else a == b == 0,
)
def greatest_common_divisor(a: int, b: int) -> Nat:
    """The greatest integer that divides both; 0 only for two zeros."""
    return math.gcd(a, b)
