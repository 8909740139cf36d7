"""The mean squared distance of numbers from their mean; raises ZeroDivisionError for an empty list."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="population variance spread squared deviation statistics",
    examples=[Example(([1, 3],), 1.0), Example(([2, 2, 2],), 0.0), Example(([7],), 0.0)],
    holds=lambda numbers, ret: ret >= 0 and math.sqrt(ret) <= max(numbers) - min(numbers) + 1e-6,
)
def variance_of(numbers: NonEmpty[float]) -> float:
    """The mean squared distance of numbers from their mean; raises ZeroDivisionError for an empty list."""
    mean = sum(numbers) / len(numbers)
    return sum((number - mean) ** 2 for number in numbers) / len(numbers)
