"""The area of a sector of a circle with an angle in degrees."""

import math

from aurora.contracts.component import Example, component


@component(
    words="sector area circle slice angle degrees pie",
    examples=[Example((1, 360), math.pi), Example((2, 90), math.pi), Example((3, 0), 0.0)],
    holds=lambda _radius, degrees, ret: (ret >= 0) == (degrees >= 0) or ret == 0,
)
def sector_area(radius: float, degrees: float) -> float:
    """The area of a sector of a circle with an angle in degrees."""
    return math.pi * radius**2 * degrees / 360
