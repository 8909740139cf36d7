"""The smallest upright rectangle around points: least x, least y, greatest x, greatest y."""

from aurora.contracts.component import Example, N, NonEmpty, component


@component(
    words="bounding box rectangle around points minimum maximum x y extent",
    examples=[
        Example(([(1, 5), (3, 2), (0, 4)],), (0, 2, 3, 5)),
        Example(([(7, 7)],), (7, 7, 7, 7)),
        Example(([(-1, 0), (1, 0)],), (-1, 0, 1, 0)),
    ],
    holds=lambda points, ret: all(ret[0] <= x <= ret[2] and ret[1] <= y <= ret[3] for x, y in points),
)
def bounding_box(points: NonEmpty[tuple[N, N]]) -> tuple[N, N, N, N]:
    """The smallest upright rectangle around points: least x, least y, greatest x, greatest y."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))
