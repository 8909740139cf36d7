"""The area of a cone without its bottom."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cone lateral curved side surface area radius height slant pi",
    examples=[Example((3, 4), 15 * math.pi), Example((0, 5), 0.0), Example((5, 12), 65 * math.pi)],
    holds=lambda radius, _height, ret: radius != 0 or ret == 0,
)
def cone_side(radius: float, height: float) -> float:
    """The area of a cone without its bottom."""
    return math.pi * radius * math.hypot(radius, height)
