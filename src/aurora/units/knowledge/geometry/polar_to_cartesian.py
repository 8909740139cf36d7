"""The point at a distance from the origin in a direction in radians."""

import math

from aurora.contracts.component import Example, component


@component(
    words="polar to cartesian rectangular coordinates radius angle convert",
    examples=[
        Example((2, 0), (2.0, 0.0)),
        Example((0, 1), (0.0, 0.0)),
        Example((1, math.pi), (-1.0, 1.2246467991473532e-16)),
    ],
    holds=lambda radius, _angle, ret: math.isclose(math.hypot(*ret), abs(radius), abs_tol=1e-9),
)
def polar_to_cartesian(radius: float, angle: float) -> tuple[float, float]:
    """The point at a distance from the origin in a direction in radians."""
    return (radius * math.cos(angle), radius * math.sin(angle))
