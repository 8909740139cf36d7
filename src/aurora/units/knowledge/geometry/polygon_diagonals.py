"""Number of diagonals of a convex polygon."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="number of diagonals polygon sides count",
    examples=[Example((4,), 2), Example((3,), 0), Example((5,), 5)],
    holds=lambda sides, ret: 2 * ret % sides == 0,
)
def polygon_diagonals(sides: Positive) -> int:
    """Number of diagonals of a convex polygon."""
    if sides < 3:
        raise ValueError("a polygon has at least three sides")
    return sides * (sides - 3) // 2
