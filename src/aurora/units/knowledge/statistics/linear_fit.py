"""Slope and intercept of the straight line with the least squared distances from points.

Legendre 1805.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="linear fit regression least squares line slope intercept trend",
    examples=[
        Example(([0, 1, 2], [1, 3, 5]), (2.0, 1.0)),
        Example(([1, 2, 3], [4, 4, 4]), (0.0, 4.0)),
        Example(([0, 2], [1, 0]), (-0.5, 1.0)),
    ],
    holds=lambda xs, ys, ret: math.isclose(ret[0] * sum(xs) + ret[1] * len(xs), sum(ys), rel_tol=1e-3, abs_tol=1e-3),
)
def linear_fit(xs: list[float], ys: list[float]) -> tuple[float, float]:
    """Slope and intercept of the straight line with the least squared distances from points."""
    centre, height = sum(xs) / len(xs), sum(ys) / len(ys)
    together = sum((x - centre) * (y - height) for x, y in zip(xs, ys, strict=True))
    slope = together / sum((x - centre) ** 2 for x in xs)
    return (slope, height - slope * centre)
