"""The radius of the circle through the corners of a triangle with three sides."""

import math

from aurora.contracts.component import Example, component


@component(
    words="circumradius circumscribed circle circumcircle radius triangle sides",
    examples=[Example((3, 4, 5), 2.5), Example((6, 8, 10), 5.0), Example((13, 14, 15), 8.125)],
    holds=lambda first, second, third, ret: 2 * ret >= max(first, second, third) * (1 - 1e-9),
)
def circumradius(first: float, second: float, third: float) -> float:
    """The radius of the circle through the corners of a triangle with three sides."""
    if min(first, second, third) <= 0 or 2 * max(first, second, third) >= first + second + third:
        raise ValueError("no triangle has these sides")
    half = (first + second + third) / 2
    return first * second * third / (4 * math.sqrt(half * (half - first) * (half - second) * (half - third)))
