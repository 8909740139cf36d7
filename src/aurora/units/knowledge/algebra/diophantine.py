"""Whole numbers x and y with a x + b y = c, None when there are none.

Bezout's identity; a and b are not both 0.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="linear diophantine equation integer solutions ax + by = c",
    examples=[Example((6, 9, 21), (-7, 7)), Example((4, 2, 3), None), Example((1, 0, 5), (5, 0))],
    holds=lambda a, b, c, ret: c % math.gcd(a, b) != 0 if ret is None else a * ret[0] + b * ret[1] == c,
)
def diophantine(a: int, b: int, c: int) -> tuple[int, int] | None:
    """Whole numbers x and y with a x + b y = c, None when there are none."""
    if a == b == 0:
        raise ValueError("a and b must not both be 0")
    x, next_x, y, next_y = 1, 0, 0, 1
    while b:
        quotient, rest = divmod(a, b)
        a, b = b, rest
        x, next_x = next_x, x - quotient * next_x
        y, next_y = next_y, y - quotient * next_y
    return None if c % a else (x * (c // a), y * (c // a))
