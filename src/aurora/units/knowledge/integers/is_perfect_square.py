"""Whether an integer is the square of an integer."""

import math

from aurora.contracts.component import Example, component


@component(
    words="perfect square number root whole square root",
    examples=[Example((16,), True), Example((15,), False), Example((0,), True), Example((-4,), False)],
    holds=lambda number, ret: not ret or number % 16 in (0, 1, 4, 9),
)
def is_perfect_square(number: int) -> bool:
    """Whether an integer is the square of an integer."""
    return number >= 0 and math.isqrt(number) ** 2 == number
