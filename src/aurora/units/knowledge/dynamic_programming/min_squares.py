"""Fewest perfect squares that add up to a number.

Lagrange 1770: never more than four.
"""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="perfect squares minimum number fewest sum squares",
    examples=[Example((12,), 3), Example((16,), 1), Example((0,), 0)],
    holds=lambda number, ret: (0 <= ret <= 4) and (ret == 1) == (number > 0 and math.isqrt(number) ** 2 == number),
)
def min_squares(number: Nat) -> int:
    """Fewest perfect squares that add up to a number."""
    if number < 0:
        raise ValueError("the number must not be negative")
    fewest = [0]
    for total in range(1, number + 1):
        fewest.append(1 + min(fewest[total - root * root] for root in range(1, math.isqrt(total) + 1)))
    return fewest[number]
