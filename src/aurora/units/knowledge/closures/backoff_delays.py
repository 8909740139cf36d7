"""The delays before the next attempts: each the one before times a factor, none above a limit."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="exponential backoff retry delays waiting times cap",
    examples=[Example((1.0, 2.0, 4, 5.0), [1.0, 2.0, 4.0, 5.0]), Example((1.0, 2.0, 0, 5.0), [])],
    holds=lambda _first, _factor, attempts, limit, ret: (
        len(ret) == max(attempts, 0) and all(delay <= limit for delay in ret)
    ),
)
def backoff_delays(first: float, factor: float, attempts: Nat, limit: float) -> list[float]:
    """The delays before the next attempts: each the one before times a factor, none above a limit."""
    return [min(first * math.pow(factor, attempt), limit) for attempt in range(attempts)]
