"""The greatest prime that divides an integer from 2 on; raises ValueError below 2."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="biggest greatest maximum prime divisor factor",
    examples=[Example((12,), 3), Example((13195,), 29), Example((2,), 2)],
    holds=lambda number, ret: number % ret == 0 and all(ret % d for d in range(2, math.isqrt(ret) + 1)),
)
def largest_prime_factor(number: Positive) -> Positive:
    """The greatest prime that divides an integer from 2 on; raises ValueError below 2."""
    if number < 2:
        raise ValueError("only integers from 2 on have a prime factor")
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor:
            divisor += 1
        else:
            number //= divisor
    return number
