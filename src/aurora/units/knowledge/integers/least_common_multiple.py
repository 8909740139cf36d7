"""The least positive integer that both divide; 0 when one of them is 0."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="lcm smallest lowest common multiple two numbers meet",
    examples=[Example((4, 6), 12), Example((5, 7), 35), Example((0, 3), 0)],
    holds=lambda a, b, ret: ret * math.gcd(a, b) == abs(a * b),
)
def least_common_multiple(a: int, b: int) -> Nat:
    """The least positive integer that both divide; 0 when one of them is 0."""
    return math.lcm(a, b)
