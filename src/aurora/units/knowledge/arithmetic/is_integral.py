"""Whether a number is a whole one."""

import math

from aurora.contracts.component import Example, component


@component(
    words="integer valued whole number no fraction",
    examples=[Example((4.0,), True), Example((4.5,), False), Example((-3,), True)],
    holds=lambda number, ret: ret == (number % 1 == 0),
)
def is_integral(number: float) -> bool:
    """Whether a number is a whole one."""
    return number == math.floor(number)
