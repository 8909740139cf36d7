"""A percentage of a number."""

import math

from aurora.contracts.component import Example, component


@component(
    words="percent percentage part of amount tip discount tax",
    examples=[Example((20.0, 50.0), 10.0), Example((150.0, 10.0), 15.0), Example((0.0, 7.0), 0.0)],
    holds=lambda percent, number, ret: math.isclose(ret * 100, percent * number, abs_tol=1e-6),
)
def percent_of(percent: float, number: float) -> float:
    """A percentage of a number."""
    return percent * number / 100
