"""The length of the closed way around the corners of a polygon."""

import math

from aurora.contracts.component import Example, component


@component(
    words="polygon perimeter length around corners vertices coordinates closed path",
    examples=[Example(([(0, 0), (4, 0), (4, 3)],), 12.0), Example(([(0, 0), (1, 0)],), 2.0), Example(([],), 0.0)],
    holds=lambda points, ret: ret >= 0 and (ret == 0) == (len(set(points)) < 2),
)
def polygon_perimeter(points: list[tuple[float, float]]) -> float:
    """The length of the closed way around the corners of a polygon."""
    return float(sum(math.dist(a, b) for a, b in zip(points, points[1:] + points[:1], strict=True)))
