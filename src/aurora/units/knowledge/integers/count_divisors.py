"""How many positive divisors a positive integer has; raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="number of factors tau amount divisors",
    examples=[Example((12,), 6), Example((16,), 5), Example((1,), 1)],
    holds=lambda number, ret: (ret % 2 == 1) == (math.isqrt(number) ** 2 == number),
)
def count_divisors(number: Positive) -> Positive:
    """How many positive divisors a positive integer has; raises ValueError below 1."""
    if number < 1:
        raise ValueError("only integers from 1 on have divisors here")
    root = math.isqrt(number)
    pairs = sum(number % divisor == 0 for divisor in range(1, root + 1))
    return 2 * pairs - (root * root == number)
