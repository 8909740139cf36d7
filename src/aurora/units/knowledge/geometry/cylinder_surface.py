"""The area of a cylinder with its bottom and top."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cylinder total surface area radius height pi can",
    examples=[Example((1, 1), 4 * math.pi), Example((2, 3), 20 * math.pi), Example((0, 5), 0.0)],
    holds=lambda radius, _height, ret: radius != 0 or ret == 0,
)
def cylinder_surface(radius: float, height: float) -> float:
    """The area of a cylinder with its bottom and top."""
    return 2 * math.pi * radius * (radius + height)
