"""The area of a triangle with three sides.

Heron's formula, in the stable form of Kahan 2014.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="heron triangle area three sides lengths",
    examples=[Example((3, 4, 5), 6.0), Example((13, 14, 15), 84.0), Example((1, 2, 3), 0.0)],
    holds=lambda first, second, third, ret: 0 <= ret <= (first + second + third) ** 2 / 20,
)
def heron_area(first: float, second: float, third: float) -> float:
    """The area of a triangle with three sides."""
    short, middle, long = sorted((first, second, third))
    gap = short - (long - middle)
    if short < 0 or gap < 0:
        raise ValueError("no triangle has these sides")
    return math.sqrt((long + (middle + short)) * gap * (short + (long - middle)) * (long + (middle - short))) / 4
