"""Number of points with whole coordinates strictly inside a simple polygon with whole corners.

Pick 1899: area = inside + border / 2 - 1.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="lattice grid integer points inside polygon pick theorem count",
    examples=[
        Example(([(0, 0), (4, 0), (4, 4), (0, 4)],), 9),
        Example(([(0, 0), (1, 0), (0, 1)],), 0),
        Example(([(0, 0), (5, 0), (0, 5)],), 6),
    ],
    holds=lambda _corners, ret: isinstance(ret, int),
)
def lattice_points_inside(corners: list[tuple[int, int]]) -> int:
    """Number of points with whole coordinates strictly inside a simple polygon with whole corners."""
    if len(corners) < 3:
        raise ValueError("a polygon has at least three corners")
    edges = list(zip(corners, corners[1:] + corners[:1], strict=True))
    double_area = abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in edges))
    border = sum(math.gcd(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in edges)
    return (double_area - border + 2) // 2
