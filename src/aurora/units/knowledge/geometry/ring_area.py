"""The area between two circles with the same centre."""

import math

from aurora.contracts.component import Example, component


@component(
    words="ring annulus area between two circles outer inner radius",
    examples=[Example((2, 1), 3 * math.pi), Example((5, 5), 0.0), Example((1, 0), math.pi)],
    holds=lambda outer, inner, ret: (ret > 0) == (outer**2 > inner**2),
)
def ring_area(outer: float, inner: float) -> float:
    """The area between two circles with the same centre."""
    return math.pi * (outer**2 - inner**2)
