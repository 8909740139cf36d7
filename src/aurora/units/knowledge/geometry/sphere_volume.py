"""The volume of a sphere."""

import math

from aurora.contracts.component import Example, component


@component(
    words="sphere ball volume radius pi",
    examples=[Example((3,), 36 * math.pi), Example((0,), 0.0), Example((1,), 4 * math.pi / 3)],
    holds=lambda radius, ret: radius < 0 or ret >= 4 * radius**3,
)
def sphere_volume(radius: float) -> float:
    """The volume of a sphere."""
    return 4 * math.pi * radius**3 / 3
