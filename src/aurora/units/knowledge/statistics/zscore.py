"""How many standard deviations a value lies above the mean of numbers."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="z-score standard score deviations above mean standardise",
    examples=[Example((9, [2, 4, 4, 4, 5, 5, 7, 9]), 2.0), Example((2, [1, 3]), 0.0), Example((0, [1, 3]), -2.0)],
    holds=lambda value, numbers, ret: value <= max(numbers) or ret > 0,
)
def zscore(value: float, numbers: NonEmpty[float]) -> float:
    """How many standard deviations a value lies above the mean of numbers."""
    centre = sum(numbers) / len(numbers)
    return (value - centre) / math.sqrt(sum((x - centre) ** 2 for x in numbers) / len(numbers))
