"""The mean of points, their centre."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="centroid centre center of points mean average position mass",
    examples=[
        Example(([(0, 0), (4, 0), (2, 6)],), (2.0, 2.0)),
        Example(([(1, 5)],), (1.0, 5.0)),
        Example(([(0, 0), (1, 1)],), (0.5, 0.5)),
    ],
    holds=lambda points, ret: min(x for x, _ in points) - 1e-6 <= ret[0] <= max(x for x, _ in points) + 1e-6,
)
def centroid(points: NonEmpty[tuple[float, float]]) -> tuple[float, float]:
    """The mean of points, their centre."""
    return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
