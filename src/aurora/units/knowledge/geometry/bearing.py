"""The compass direction from one point of a map to another, in degrees clockwise from north (0 to 360)."""

import math

from aurora.contracts.component import Example, component


@component(
    words="bearing heading compass direction azimuth angle from north clockwise",
    examples=[Example(((0, 0), (0, 5)), 0.0), Example(((0, 0), (5, 0)), 90.0), Example(((0, 0), (-1, 0)), 270.0)],
    holds=lambda _start, _end, ret: 0 <= ret <= 360,
)
def bearing(start: tuple[float, float], end: tuple[float, float]) -> float:
    """The compass direction from one point of a map to another, in degrees clockwise from north (0 to 360)."""
    return math.degrees(math.atan2(end[0] - start[0], end[1] - start[1])) % 360
