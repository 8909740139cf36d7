"""The area of an ellipse with two half-axes."""

import math

from aurora.contracts.component import Example, component


@component(
    words="ellipse oval area semi major minor axes",
    examples=[Example((1, 1), math.pi), Example((2, 0), 0.0), Example((4, 0.5), 2 * math.pi)],
    holds=lambda major, minor, ret: major * minor != 0 or ret == 0,
)
def ellipse_area(major: float, minor: float) -> float:
    """The area of an ellipse with two half-axes."""
    return math.pi * major * minor
