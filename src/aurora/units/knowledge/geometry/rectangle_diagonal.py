"""The length of the diagonal of a rectangle, and of the longest side of a right triangle."""

import math

from aurora.contracts.component import Example, component


@component(
    words="rectangle diagonal hypotenuse right triangle pythagoras longest side",
    examples=[Example((3, 4), 5.0), Example((0, 2), 2.0), Example((5, 12), 13.0)],
    holds=lambda length, width, ret: ret >= max(abs(length), abs(width)) * (1 - 1e-9),
)
def rectangle_diagonal(length: float, width: float) -> float:
    """The length of the diagonal of a rectangle, and of the longest side of a right triangle."""
    return math.hypot(length, width)
