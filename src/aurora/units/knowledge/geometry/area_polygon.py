"""The area of a simple polygon from its corners in order.

The shoelace formula, Meister 1769.
"""

from aurora.contracts.component import Example, component


@component(
    words="polygon area shoelace formula corners vertices coordinates enclosed",
    examples=[
        Example(([(0, 0), (4, 0), (4, 3), (0, 3)],), 12.0),
        Example(([(0, 0), (0, 2), (2, 0)],), 2.0),
        Example(([],), 0.0),
    ],
    holds=lambda points, ret: ret >= 0 and (len(points) > 2 or ret == 0),
)
def area_polygon(points: list[tuple[float, float]]) -> float:
    """The area of a simple polygon from its corners in order."""
    corners = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in corners)) / 2
