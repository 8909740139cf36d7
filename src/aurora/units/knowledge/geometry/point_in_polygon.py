"""Whether a point is inside a polygon.

Even-odd rule: a ray from the point to the right crosses the border an odd number of times, Shimrat 1962.
Points on the border may count either way.
"""

from aurora.contracts.component import Example, component


@component(
    words="point inside polygon contains ray casting even odd within",
    examples=[
        Example(((1, 1), [(0, 0), (4, 0), (4, 4), (0, 4)]), True),
        Example(((5, 1), [(0, 0), (4, 0), (4, 4), (0, 4)]), False),
        Example(((0, 0), []), False),
    ],
    holds=lambda point, corners, ret: not ret or min(x for x, _ in corners) <= point[0] <= max(x for x, _ in corners),
)
def point_in_polygon(point: tuple[float, float], corners: list[tuple[float, float]]) -> bool:
    """Whether a point is inside a polygon."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
            inside = not inside
    return inside
