"""Whether an integer is a Fibonacci number (0, 1, 1, 2, 3, 5, 8, ...)."""

import math

from aurora.contracts.component import Example, component


@component(
    words="member of fibonacci sequence belongs",
    examples=[Example((21,), True), Example((22,), False), Example((0,), True), Example((-1,), False)],
    holds=lambda number, ret: (
        not ret or any(math.isqrt(n) ** 2 == n for n in (5 * number**2 + 4, 5 * number**2 - 4) if n >= 0)
    ),
)
def is_fibonacci(number: int) -> bool:
    """Whether an integer is a Fibonacci number (0, 1, 1, 2, 3, 5, 8, ...)."""
    current, following = 0, 1
    while current < number:
        current, following = following, current + following
    return current == number
