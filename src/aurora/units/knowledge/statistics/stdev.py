"""The square root of the population's variance."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="standard deviation population spread sigma",
    examples=[Example(([2, 4, 4, 4, 5, 5, 7, 9],), 2.0), Example(([5],), 0.0), Example(([1, 3],), 1.0)],
    holds=lambda numbers, ret: 0 <= ret <= (max(numbers) - min(numbers)) * (1 + 1e-9) / 2 + 1e-6,
)
def stdev(numbers: NonEmpty[float]) -> float:
    """The square root of the population's variance."""
    centre = sum(numbers) / len(numbers)
    return math.sqrt(sum((x - centre) ** 2 for x in numbers) / len(numbers))
