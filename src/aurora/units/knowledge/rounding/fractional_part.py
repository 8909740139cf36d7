"""What is left of a number when its whole part is taken away, with the sign of the number."""

import math

from aurora.contracts.component import Example, component


@component(
    words="decimal part after the point fraction remainder modulo one",
    examples=[Example((3.25,), 0.25), Example((-3.5,), -0.5), Example((4.0,), 0.0)],
    holds=lambda number, ret: abs(ret) < 1 and ret * number >= 0,
)
def fractional_part(number: float) -> float:
    """What is left of a number when its whole part is taken away, with the sign of the number."""
    return math.modf(number)[0]
