"""The distance of a point from the origin and its direction in radians, from -pi to pi."""

import math

from aurora.contracts.component import Example, component


@component(
    words="cartesian rectangular to polar coordinates radius angle convert",
    examples=[
        Example((3, 4), (5.0, 0.9272952180016122)),
        Example((0, 0), (0.0, 0.0)),
        Example((-1, 0), (1.0, math.pi)),
    ],
    holds=lambda x, y, ret: ret[0] >= max(abs(x), abs(y)) * (1 - 1e-9) and abs(ret[1]) <= math.pi,
)
def cartesian_to_polar(x: float, y: float) -> tuple[float, float]:
    """The distance of a point from the origin and its direction in radians, from -pi to pi."""
    return (math.hypot(x, y), math.atan2(y, x))
