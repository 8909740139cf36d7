"""A point turned counterclockwise around the origin by an angle in degrees."""

import math

from aurora.contracts.component import Example, component


@component(
    words="rotate point around origin angle degrees counterclockwise turn",
    examples=[
        Example(((1, 0), 0), (1.0, 0.0)),
        Example(((0, 0), 45), (0.0, 0.0)),
        Example(((3, 4), 360), (3.000000000000001, 3.9999999999999991)),
    ],
    holds=lambda point, _degrees, ret: math.isclose(math.hypot(*point), math.hypot(*ret), abs_tol=1e-9),
)
def rotate_point(point: tuple[float, float], degrees: float) -> tuple[float, float]:
    """A point turned counterclockwise around the origin by an angle in degrees."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine)
