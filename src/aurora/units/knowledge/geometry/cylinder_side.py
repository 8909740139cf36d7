"""The area of a cylinder without its bottom and top."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cylinder lateral curved side surface area radius height pi",
    examples=[Example((1, 1), 2 * math.pi), Example((2, 3), 12 * math.pi), Example((0, 5), 0.0)],
    holds=lambda radius, height, ret: radius * height != 0 or ret == 0,
)
def cylinder_side(radius: float, height: float) -> float:
    """The area of a cylinder without its bottom and top."""
    return 2 * math.pi * radius * height
