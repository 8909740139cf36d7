"""The reciprocal of the mean of the reciprocals of positive numbers."""

import statistics

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="harmonic mean average speed rates reciprocal",
    examples=[Example(([40, 60],), 48.0), Example(([5],), 5.0), Example(([1, 4, 4],), 2.0)],
    holds=lambda numbers, ret: min(numbers) * (1 - 1e-9) <= ret <= max(numbers) * (1 + 1e-9),
)
def harmonic_mean(numbers: NonEmpty[float]) -> float:
    """The reciprocal of the mean of the reciprocals of positive numbers."""
    return statistics.harmonic_mean(numbers)
