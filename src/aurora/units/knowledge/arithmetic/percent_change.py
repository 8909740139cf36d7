"""By how many percent a number changed; raises ZeroDivisionError when it was 0."""

import math

from aurora.contracts.component import Example, component


@component(
    words="percentage change growth increase decrease rate relative difference",
    examples=[Example((50.0, 75.0), 50.0), Example((80.0, 60.0), -25.0), Example((10.0, 10.0), 0.0)],
    holds=lambda before, after, ret: math.isclose(before + before * ret / 100, after, abs_tol=1e-6),
)
def percent_change(before: float, after: float) -> float:
    """By how many percent a number changed; raises ZeroDivisionError when it was 0."""
    return (after - before) / before * 100
