"""The distance of a point from the line through `a` and `b`."""

import math

from aurora.contracts.component import Example, component


@component(
    words="distance point to line perpendicular shortest",
    examples=[
        Example(((0, 5), (0, 0), (1, 0)), 5.0),
        Example(((1, 1), (0, 0), (2, 2)), 0.0),
        Example(((3, 0), (0, 0), (0, 4)), 3.0),
    ],
    holds=lambda point, a, _b, ret: -1e-9 <= ret <= math.dist(point, a) * (1 + 1e-9) + 1e-9,
)
def point_line_distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """The distance of a point from the line through `a` and `b`."""
    across = (b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])
    return abs(across) / math.dist(a, b)
