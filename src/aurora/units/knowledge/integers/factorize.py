"""A positive integer as prime -> exponent; raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="prime factorisation powers exponents multiplicity decompose",
    examples=[Example((12,), {2: 2, 3: 1}), Example((97,), {97: 1}), Example((1,), {})],
    holds=lambda number, ret: math.prod(prime**exponent for prime, exponent in ret.items()) == number,
)
def factorize(number: Positive) -> dict[int, int]:
    """A positive integer as prime -> exponent; raises ValueError below 1."""
    if number < 1:
        raise ValueError("only integers from 1 on have prime factors")
    exponents: dict[int, int] = {}
    divisor = 2
    while number > 1:
        if divisor * divisor > number:
            divisor = number
        while number % divisor == 0:
            exponents[divisor] = exponents.get(divisor, 0) + 1
            number //= divisor
        divisor += 1
    return exponents
