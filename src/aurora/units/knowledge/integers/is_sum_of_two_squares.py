"""Whether a number is the sum of two squares."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="represented sum of two squares",
    examples=[Example((25,), True), Example((24,), False), Example((0,), True)],
    holds=lambda number, ret: not ret or number % 4 != 3,
)
def is_sum_of_two_squares(number: Nat) -> bool:
    """Whether a number is the sum of two squares."""
    return any(math.isqrt(number - a * a) ** 2 == number - a * a for a in range(math.isqrt(number) + 1))
