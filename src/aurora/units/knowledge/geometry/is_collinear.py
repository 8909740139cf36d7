"""Whether points lie on one straight line."""

from aurora.contracts.component import Example, component


@component(
    words="collinear points on same straight line aligned check",
    examples=[
        Example(([(0, 0), (1, 1), (5, 5)],), True),
        Example(([(0, 0), (1, 1), (1, 0)],), False),
        Example(([(3, 4)],), True),
    ],
    holds=lambda points, ret: ret or len(set(points)) > 2,
)
def is_collinear(points: list[tuple[float, float]]) -> bool:
    """Whether points lie on one straight line."""
    if not points:
        return True
    x0, y0 = points[0]
    x1, y1 = max(points, key=lambda point: abs(point[0] - x0) + abs(point[1] - y0))
    return all((x1 - x0) * (y - y0) == (y1 - y0) * (x - x0) for x, y in points)
