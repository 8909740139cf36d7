"""The angle between two vectors from the origin, in degrees from 0 to 180."""

import math

from aurora.contracts.component import Example, component


@component(
    words="angle between vectors degrees directions",
    examples=[Example(((1, 0), (0, 1)), 90.0), Example(((1, 0), (-2, 0)), 180.0), Example(((3, 3), (1, 1)), 0.0)],
    holds=lambda _first, _second, ret: 0 <= ret <= 180,
)
def angle_between(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The angle between two vectors from the origin, in degrees from 0 to 180."""
    across = first[0] * second[1] - first[1] * second[0]
    along = first[0] * second[0] + first[1] * second[1]
    return math.degrees(math.atan2(abs(across), along))
