"""Whether a point is inside a circle or on it."""

import math

from aurora.contracts.component import Example, component


@component(
    words="point inside circle within radius distance from centre contains",
    examples=[
        Example(((1, 1), (0, 0), 2), True),
        Example(((3, 4), (0, 0), 5), True),
        Example(((3, 4), (0, 0), 4), False),
    ],
    holds=lambda point, centre, radius, ret: not ret or abs(point[0] - centre[0]) <= radius * (1 + 1e-9) + 1e-9,
)
def point_in_circle(point: tuple[float, float], centre: tuple[float, float], radius: float) -> bool:
    """Whether a point is inside a circle or on it."""
    return math.dist(point, centre) <= radius
