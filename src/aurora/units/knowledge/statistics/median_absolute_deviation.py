"""The median distance from the median."""

import statistics

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="median absolute deviation robust spread mad",
    examples=[Example(([1, 1, 2, 2, 4, 6, 9],), 1), Example(([5],), 0), Example(([0, 10],), 5)],
    holds=lambda numbers, ret: 0 <= ret <= max(numbers) - min(numbers),
)
def median_absolute_deviation(numbers: NonEmpty[float]) -> float:
    """The median distance from the median."""
    centre = statistics.median(numbers)
    return statistics.median(abs(x - centre) for x in numbers)
