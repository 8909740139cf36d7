"""The volume of a cylinder."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cylinder volume radius height pi can",
    examples=[Example((1, 1), math.pi), Example((2, 3), 12 * math.pi), Example((0, 5), 0.0)],
    holds=lambda _radius, height, ret: (ret >= 0) == (height >= 0) or ret == 0,
)
def cylinder_volume(radius: float, height: float) -> float:
    """The volume of a cylinder."""
    return math.pi * radius**2 * height
