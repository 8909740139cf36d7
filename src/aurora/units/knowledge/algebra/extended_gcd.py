"""The greatest common divisor g of two numbers, with x and y so that a * x + b * y = g.

Extended Euclid; g is not negative.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="extended euclidean algorithm gcd bezout coefficients",
    examples=[Example((240, 46), (2, -9, 47)), Example((0, 5), (5, 0, 1)), Example((7, 7), (7, 0, 1))],
    holds=lambda a, b, ret: ret[0] == a * ret[1] + b * ret[2] and ret[0] == math.gcd(a, b),
)
def extended_gcd(a: int, b: int) -> tuple[int, int, int]:
    """The greatest common divisor g of two numbers, with x and y so that a * x + b * y = g."""
    x, next_x, y, next_y = 1, 0, 0, 1
    while b:
        quotient, rest = divmod(a, b)
        a, b = b, rest
        x, next_x = next_x, x - quotient * next_x
        y, next_y = next_y, y - quotient * next_y
    return (a, x, y) if a >= 0 else (-a, -x, -y)
