"""The amount that a capital grows to at a rate in percent per period after some periods."""

import math

from aurora.contracts.component import Example, component


@component(
    words="interest growth invest savings bank rate years",
    examples=[Example((1000.0, 50.0, 2), 2250.0), Example((500.0, 0.0, 7), 500.0), Example((200.0, 50.0, 0), 200.0)],
    holds=lambda capital, _percent, periods, ret: periods != 0 or math.isclose(ret, capital),
)
def compound_interest(capital: float, percent: float, periods: int) -> float:
    """The amount that a capital grows to at a rate in percent per period after some periods."""
    return capital * math.pow(1 + percent / 100, periods)
