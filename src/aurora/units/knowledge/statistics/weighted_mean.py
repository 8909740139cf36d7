"""The mean of numbers that count as much as their weights say."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="weighted average mean weights grades",
    examples=[Example(([80, 90], [1, 3]), 87.5), Example(([5], [2]), 5.0), Example(([1, 2], [0, 1]), 2.0)],
    holds=lambda numbers, weights, ret: (
        len(set(numbers)) > 1 or math.isclose(ret, numbers[0], abs_tol=1e-9) or min(weights) < 0
    ),
)
def weighted_mean(numbers: NonEmpty[float], weights: NonEmpty[float]) -> float:
    """The mean of numbers that count as much as their weights say."""
    return sum(x * weight for x, weight in zip(numbers, weights, strict=True)) / sum(weights)
