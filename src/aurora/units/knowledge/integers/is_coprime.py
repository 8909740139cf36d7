"""Whether two integers have no common divisor but 1."""

import math

from aurora.contracts.component import Example, component


@component(
    words="relatively prime coprime share no factor gcd one",
    examples=[Example((8, 9), True), Example((6, 9), False), Example((0, 1), True)],
    holds=lambda a, b, ret: not ret or not (a % 2 == b % 2 == 0 or a % 3 == b % 3 == 0),
)
def is_coprime(a: int, b: int) -> bool:
    """Whether two integers have no common divisor but 1."""
    return math.gcd(a, b) == 1
