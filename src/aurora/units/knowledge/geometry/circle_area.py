"""The area of a circle."""

import math

from aurora.contracts.component import Example, component


@component(
    words="circle area radius pi disc",
    examples=[Example((1,), math.pi), Example((0,), 0.0), Example((2,), 4 * math.pi)],
    holds=lambda radius, ret: ret >= 3 * radius * radius,
)
def circle_area(radius: float) -> float:
    """The area of a circle."""
    return math.pi * radius**2
