"""The radius of the circle inside a triangle with three sides that touches them all."""

import math

from aurora.contracts.component import Example, component


@component(
    words="inradius inscribed circle incircle radius triangle sides",
    examples=[Example((3, 4, 5), 1.0), Example((5, 12, 13), 2.0), Example((13, 14, 15), 4.0)],
    holds=lambda first, second, third, ret: 0 <= ret <= min(first, second, third),
)
def inradius(first: float, second: float, third: float) -> float:
    """The radius of the circle inside a triangle with three sides that touches them all."""
    if min(first, second, third) <= 0 or 2 * max(first, second, third) >= first + second + third:
        raise ValueError("no triangle has these sides")
    half = (first + second + third) / 2
    return math.sqrt((half - first) * (half - second) * (half - third) / half)
