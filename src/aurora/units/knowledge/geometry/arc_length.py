"""The length of an arc of a circle with an angle in degrees."""

import math

from aurora.contracts.component import Example, component


@component(
    words="arc length circle angle degrees radius curve",
    examples=[Example((1, 180), math.pi), Example((5, 0), 0.0), Example((1, 360), 2 * math.pi)],
    holds=lambda radius, degrees, ret: radius * degrees != 0 or ret == 0,
)
def arc_length(radius: float, degrees: float) -> float:
    """The length of an arc of a circle with an angle in degrees."""
    return 2 * math.pi * radius * degrees / 360
