"""Whether a simple polygon turns one way only at its corners."""

from aurora.contracts.component import Example, component


@component(
    words="convex polygon check turns same direction corners",
    examples=[
        Example(([(0, 0), (4, 0), (4, 4), (0, 4)],), True),
        Example(([(0, 0), (4, 0), (1, 1), (0, 4)],), False),
        Example(([(0, 0), (1, 0), (0, 1)],), True),
    ],
    holds=lambda corners, ret: ret or len(corners) > 3,
)
def is_convex_polygon(corners: list[tuple[float, float]]) -> bool:
    """Whether a simple polygon turns one way only at its corners."""
    turns = set()
    for i in range(len(corners)):
        (x0, y0), (x1, y1), (x2, y2) = corners[i - 2], corners[i - 1], corners[i]
        turn = (x1 - x0) * (y2 - y1) - (y1 - y0) * (x2 - x1)
        if turn:
            turns.add(turn > 0)
    return len(turns) < 2
