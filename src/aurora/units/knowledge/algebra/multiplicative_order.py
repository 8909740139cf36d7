"""The least positive exponent with which a number gives 1 modulo another."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="multiplicative order modulo smallest exponent period",
    examples=[Example((2, 7), 3), Example((10, 7), 6), Example((1, 5), 1)],
    holds=lambda number, modulus, ret: pow(number, ret, modulus) == 1 % modulus,
)
def multiplicative_order(number: int, modulus: Positive) -> int:
    """The least positive exponent with which a number gives 1 modulo another; raises `ValueError` for common
    divisors.
    """
    if math.gcd(number, modulus) != 1:
        raise ValueError("the number and the modulus have a common divisor")
    order, power = 1, number % modulus
    while power != 1 % modulus:
        order += 1
        power = power * number % modulus
    return order
