"""The centre and the radius of the circle through three points; raises `ValueError` when they are on a line."""

import math

from aurora.contracts.component import Example, component


@component(
    words="circle through three points circumcircle centre radius",
    examples=[
        Example(((0, 0), (4, 0), (0, 4)), (2.0, 2.0, 8**0.5)),
        Example(((1, 0), (0, 1), (-1, 0)), (0.0, 0.0, 1.0)),
        Example(((0, 0), (6, 0), (6, 8)), (3.0, 4.0, 5.0)),
    ],
    holds=lambda _first, _second, _third, ret: ret[2] > 0,
)
def circle_through(
    first: tuple[float, float], second: tuple[float, float], third: tuple[float, float]
) -> tuple[float, float, float]:
    """The centre and the radius of the circle through three points; raises `ValueError` when they are on a line."""
    bx, by = second[0] - first[0], second[1] - first[1]
    cx, cy = third[0] - first[0], third[1] - first[1]
    across = 2 * (bx * cy - by * cx)
    if across == 0:
        raise ValueError("the points are on one line")
    b, c = bx * bx + by * by, cx * cx + cy * cy
    x, y = (cy * b - by * c) / across, (bx * c - cx * b) / across
    return (first[0] + x, first[1] + y, math.hypot(x, y))
