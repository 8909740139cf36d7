"""The standard deviation in parts of the mean."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="coefficient of variation relative standard deviation",
    examples=[Example(([2, 4, 4, 4, 5, 5, 7, 9],), 0.4), Example(([5],), 0.0), Example(([1, 3],), 0.5)],
    holds=lambda numbers, ret: ret * sum(numbers) >= 0,
)
def coefficient_of_variation(numbers: NonEmpty[float]) -> float:
    """The standard deviation in parts of the mean."""
    centre = sum(numbers) / len(numbers)
    return math.sqrt(sum((x - centre) ** 2 for x in numbers) / len(numbers)) / centre
