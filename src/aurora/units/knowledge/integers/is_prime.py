"""Whether an integer is a prime: greater than 1, and divided only by 1 and itself."""

import math

from aurora.contracts.component import Example, component


@component(
    words="prime number primality indivisible no divisors",
    examples=[Example((7,), True), Example((9,), False), Example((1,), False), Example((97,), True)],
    holds=lambda number, ret: not ret or (number > 1 and all(number % d for d in range(2, min(number, 50)))),
)
def is_prime(number: int) -> bool:
    """Whether an integer is a prime: greater than 1, and divided only by 1 and itself."""
    return number > 1 and all(number % divisor for divisor in range(2, math.isqrt(number) + 1))
