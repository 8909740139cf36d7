"""The straight distance between two points of any number of dimensions."""

import math

from aurora.contracts.component import Example, component


@component(
    words="euclidean distance between points length of segment 2d 3d hypotenuse",
    examples=[Example(((0, 0), (3, 4)), 5.0), Example(((1, 1, 1), (1, 1, 1)), 0.0), Example(((0,), (7,)), 7.0)],
    holds=lambda first, second, ret: ret >= max(abs(a - b) for a, b in zip(first, second, strict=True)) * (1 - 1e-9),
)
def distance(first: tuple[float, ...], second: tuple[float, ...]) -> float:
    """The straight distance between two points of any number of dimensions."""
    return math.dist(first, second)
