"""A number increased by a percentage of it; a negative percentage decreases it."""

import math

from aurora.contracts.component import Example, component


@component(
    words="increase raise decrease discount markup tax vat by percent",
    examples=[Example((200.0, 10.0), 220.0), Example((80.0, -25.0), 60.0), Example((5.0, 0.0), 5.0)],
    holds=lambda number, percent, ret: math.isclose(ret - number, number * percent / 100, abs_tol=1e-6),
)
def add_percent(number: float, percent: float) -> float:
    """A number increased by a percentage of it; a negative percentage decreases it."""
    return number * (100 + percent) / 100
