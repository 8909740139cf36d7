"""The angle opposite the last of three sides of a triangle, in degrees.

Law of cosines.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="law of cosines angle from three sides triangle degrees opposite",
    examples=[Example((3, 4, 5), 90.0), Example((1, 1, 2), 180.0), Example((2, 2, 0), 0.0)],
    holds=lambda _first, _second, _opposite, ret: 0 <= ret <= 180,
)
def angle_from_sides(first: float, second: float, opposite: float) -> float:
    """The angle opposite the last of three sides of a triangle, in degrees."""
    cosine = (first * first + second * second - opposite * opposite) / (2 * first * second)
    if not -1 <= cosine <= 1:
        raise ValueError("no triangle has these sides")
    return math.degrees(math.acos(cosine))
