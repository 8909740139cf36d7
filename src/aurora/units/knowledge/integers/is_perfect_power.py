"""Whether a positive integer is m ** k for some integers m >= 1 and k >= 2."""

import math

from aurora.contracts.component import Example, component


@component(
    words="perfect power square cube exponent expressible",
    examples=[Example((27,), True), Example((10,), False), Example((1,), True)],
    holds=lambda number, ret: (
        not ret
        or number == 1
        or any(base**k == number for base in range(2, math.isqrt(number) + 1) for k in range(2, 40))
    ),
    cost=2.0,
)
def is_perfect_power(number: int) -> bool:
    """Whether a positive integer is m ** k for some integers m >= 1 and k >= 2."""
    if number <= 1:
        return number == 1
    exponents = range(2, number.bit_length())
    roots = ((round(number ** (1 / exponent)), exponent) for exponent in exponents)
    return any((root + step) ** exponent == number for root, exponent in roots for step in (-1, 0, 1))
