"""Whether a positive integer is divisible by no square but 1."""

import math

from aurora.contracts.component import Example, component


@component(
    words="square free no repeated prime factor",
    examples=[Example((30,), True), Example((12,), False), Example((1,), True), Example((0,), False)],
    holds=lambda number, ret: not ret or (number % 4 != 0 and number % 9 != 0),
)
def is_squarefree(number: int) -> bool:
    """Whether a positive integer is divisible by no square but 1."""
    return number > 0 and all(number % (root * root) for root in range(2, math.isqrt(number) + 1))
