"""Whether two circles, each with what is inside it, have a point in common."""

import math

from aurora.contracts.component import Example, component


@component(
    words="circles touch intersect overlap collide discs",
    examples=[
        Example(((0, 0), 1, (2, 0), 1), True),
        Example(((0, 0), 1, (3, 0), 1), False),
        Example(((0, 0), 5, (1, 0), 1), True),
    ],
    holds=lambda first, radius, second, other, ret: ret or first != second or radius + other < 0,
)
def circles_touch(first: tuple[float, float], radius: float, second: tuple[float, float], other: float) -> bool:
    """Whether two circles, each with what is inside it, have a point in common."""
    return math.dist(first, second) <= radius + other
