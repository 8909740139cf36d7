"""The area of a cone with its bottom."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cone total surface area radius height slant pi",
    examples=[Example((3, 4), 24 * math.pi), Example((0, 5), 0.0), Example((5, 12), 90 * math.pi)],
    holds=lambda radius, _height, ret: radius != 0 or ret == 0,
)
def cone_surface(radius: float, height: float) -> float:
    """The area of a cone with its bottom."""
    return math.pi * radius * (radius + math.hypot(radius, height))
