"""Whether a number is the product of two consecutive numbers: 0, 2, 6, 12, ..."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="pronic oblong heteromecic product of two consecutive numbers",
    examples=[Example((6,), True), Example((4,), False), Example((0,), True)],
    holds=lambda number, ret: not ret or number % 2 == 0,
)
def is_pronic(number: Nat) -> bool:
    """Whether a number is the product of two consecutive numbers: 0, 2, 6, 12, ..."""
    root = math.isqrt(number)
    return root * (root + 1) == number
