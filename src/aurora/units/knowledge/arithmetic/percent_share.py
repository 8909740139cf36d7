"""How many percent of the whole a part is; raises ZeroDivisionError for a whole of 0."""

import math

from aurora.contracts.component import Example, component


@component(
    words="percentage what percent ratio share proportion of total",
    examples=[Example((1.0, 4.0), 25.0), Example((3.0, 2.0), 150.0), Example((0.0, 5.0), 0.0)],
    holds=lambda part, whole, ret: math.isclose(ret * whole / 100, part, abs_tol=1e-6),
)
def percent_share(part: float, whole: float) -> float:
    """How many percent of the whole a part is; raises ZeroDivisionError for a whole of 0."""
    return part / whole * 100
