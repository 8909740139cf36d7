"""The length around a circle."""

import math

from aurora.contracts.component import Example, component


@component(
    words="circumference perimeter of circle radius pi around",
    examples=[Example((1,), 2 * math.pi), Example((0,), 0.0), Example((0.5,), math.pi)],
    holds=lambda radius, ret: abs(ret) >= 6 * abs(radius),
)
def circumference(radius: float) -> float:
    """The length around a circle."""
    return 2 * math.pi * radius
