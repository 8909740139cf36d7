"""A number without its decimals."""

import math

from aurora.contracts.component import Example, component


@component(
    words="integer part truncate before the point drop decimals",
    examples=[Example((3.75,), 3), Example((-3.75,), -3), Example((4.0,), 4)],
    holds=lambda number, ret: abs(ret) <= abs(number) < abs(ret) + 1,
)
def whole_part(number: float) -> int:
    """A number without its decimals."""
    return math.trunc(number)
