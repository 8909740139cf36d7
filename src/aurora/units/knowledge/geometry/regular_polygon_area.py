"""The area of a polygon with equal sides and equal angles."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="regular polygon area number of sides side length pentagon hexagon",
    examples=[Example((4, 2), 4.000000000000001), Example((3, 0), 0.0), Example((6, 2), 10.392304845413264)],
    holds=lambda sides, length, ret: 0 <= ret <= (sides * length) ** 2 / (4 * math.pi),
)
def regular_polygon_area(sides: Positive, length: float) -> float:
    """The area of a polygon with equal sides and equal angles."""
    if sides < 3:
        raise ValueError("a polygon has at least three sides")
    return sides * length**2 / (4 * math.tan(math.pi / sides))
