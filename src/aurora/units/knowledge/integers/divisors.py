"""All positive divisors of a positive integer, ascending; raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Positive, Sorted, component


@component(
    words="factors dividing evenly list all divisors",
    examples=[Example((12,), [1, 2, 3, 4, 6, 12]), Example((7,), [1, 7]), Example((1,), [1])],
    holds=lambda number, ret: ret[0] == 1 and ret[-1] == number and all(number % divisor == 0 for divisor in ret),
)
def divisors(number: Positive) -> Sorted[int]:
    """All positive divisors of a positive integer, ascending; raises ValueError below 1."""
    if number < 1:
        raise ValueError("only integers from 1 on have divisors here")
    small = [divisor for divisor in range(1, math.isqrt(number) + 1) if number % divisor == 0]
    return small + [number // divisor for divisor in reversed(small) if divisor * divisor != number]
