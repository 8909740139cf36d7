"""Two integers divided by their greatest common divisor, the second not negative."""

import math

from aurora.contracts.component import Example, component


@component(
    words="reduce fraction lowest terms simplify ratio cancel",
    examples=[Example((6, 8), (3, 4)), Example((-4, -2), (2, 1)), Example((5, 0), (1, 0))],
    holds=lambda a, b, ret: ret[0] * b == ret[1] * a and math.gcd(*ret) == 1,
)
def ratio_simplify(a: int, b: int) -> tuple[int, int]:
    """Two integers divided by their greatest common divisor, the second not negative.

    Raises ZeroDivisionError for two zeros.
    """
    divisor = math.gcd(a, b) * (-1 if b < 0 else 1)
    return a // divisor, b // divisor
