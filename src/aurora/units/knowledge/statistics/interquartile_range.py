"""The width of the middle half of the numbers."""

import statistics

from aurora.contracts.component import Example, component


@component(
    words="interquartile range iqr middle half quartiles spread",
    examples=[Example(([1, 2, 3, 4, 5],), 2.0), Example(([7, 7],), 0.0), Example(([1, 2, 3, 4],), 1.5)],
    holds=lambda numbers, ret: 0 <= ret <= (max(numbers) - min(numbers)) * (1 + 1e-9),
)
def interquartile_range(numbers: list[float]) -> float:
    """The width of the middle half of the numbers."""
    low, _, high = statistics.quantiles(numbers, n=4, method="inclusive")
    return high - low
