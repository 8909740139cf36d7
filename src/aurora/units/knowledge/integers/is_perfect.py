"""Whether an integer is the sum of its divisors that are smaller than itself."""

import math

from aurora.contracts.component import Example, component


@component(
    words="perfect number sum of proper divisors equals itself",
    examples=[Example((6,), True), Example((28,), True), Example((12,), False), Example((1,), False)],
    holds=lambda number, ret: (
        not ret or (number > 5 and sum(d for d in range(1, number // 2 + 1) if number % d == 0) == number)
    ),
)
def is_perfect(number: int) -> bool:
    """Whether an integer is the sum of its divisors that are smaller than itself."""
    if number < 2:
        return False
    small = [divisor for divisor in range(1, math.isqrt(number) + 1) if number % divisor == 0]
    return sum({other for divisor in small for other in (divisor, number // divisor)}) == 2 * number
