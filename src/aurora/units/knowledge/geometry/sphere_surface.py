"""The area of a sphere."""

import math

from aurora.contracts.component import Example, component


@component(
    words="sphere ball surface area radius pi",
    examples=[Example((1,), 4 * math.pi), Example((0,), 0.0), Example((0.5,), math.pi)],
    holds=lambda radius, ret: ret >= 12 * radius * radius,
)
def sphere_surface(radius: float) -> float:
    """The area of a sphere."""
    return 4 * math.pi * radius**2
