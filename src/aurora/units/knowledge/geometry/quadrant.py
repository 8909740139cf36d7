"""The quadrant of a point, 1 to 4 counterclockwise from the upper right; 0 on an axis."""

from aurora.contracts.component import Example, component


@component(
    words="quadrant of point coordinates plane upper right axis",
    examples=[Example((3, 4), 1), Example((-1, 2), 2), Example((0, 5), 0)],
    holds=lambda x, y, ret: (ret == 0) == (x == 0 or y == 0),
)
def quadrant(x: float, y: float) -> int:
    """The quadrant of a point, 1 to 4 counterclockwise from the upper right; 0 on an axis."""
    if x == 0 or y == 0:
        return 0
    return (1 if x > 0 else 2) if y > 0 else (3 if x < 0 else 4)
