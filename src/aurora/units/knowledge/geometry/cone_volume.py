"""The volume of a cone."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cone volume radius height pi third",
    examples=[Example((1, 3), math.pi), Example((0, 5), 0.0), Example((3, 2), 6 * math.pi)],
    holds=lambda radius, height, ret: radius * height != 0 or ret == 0,
)
def cone_volume(radius: float, height: float) -> float:
    """The volume of a cone."""
    return math.pi * radius**2 * height / 3
