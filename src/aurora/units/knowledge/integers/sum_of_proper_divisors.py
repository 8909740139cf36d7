"""The sum of the divisors of a positive integer that are smaller than itself; raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="aliquot sum factors excluding itself amicable abundant deficient divisors",
    examples=[Example((12,), 16), Example((7,), 1), Example((1,), 0)],
    holds=lambda number, ret: (ret == 1) == (number > 1 and all(number % d for d in range(2, math.isqrt(number) + 1))),
)
def sum_of_proper_divisors(number: Positive) -> Nat:
    """The sum of the divisors of a positive integer that are smaller than itself; raises ValueError below 1."""
    if number < 1:
        raise ValueError("only integers from 1 on have divisors here")
    small = [divisor for divisor in range(1, math.isqrt(number) + 1) if number % divisor == 0]
    return sum(small) + sum(number // divisor for divisor in small if divisor * divisor != number) - number
