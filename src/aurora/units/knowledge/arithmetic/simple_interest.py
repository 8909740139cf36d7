"""The interest of a capital at a rate in percent per period over some periods, without interest on interest."""

import math

from aurora.contracts.component import Example, component


@component(
    words="interest flat principal rate time loan",
    examples=[Example((1000.0, 5.0, 3.0), 150.0), Example((200.0, 0.0, 9.0), 0.0)],
    holds=lambda capital, percent, periods, ret: math.isclose(ret * 100, capital * percent * periods, abs_tol=1e-6),
)
def simple_interest(capital: float, percent: float, periods: float) -> float:
    """The interest of a capital at a rate in percent per period over some periods, without interest on interest."""
    return capital * percent * periods / 100
