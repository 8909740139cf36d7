"""The n-th root of the product of n numbers that are not negative."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="geometric mean average growth product nth root",
    examples=[Example(([2, 8],), 4.0), Example(([5],), 5.0), Example(([0, 3],), 0.0)],
    holds=lambda numbers, ret: min(numbers) * (1 - 1e-9) <= ret <= max(numbers) * (1 + 1e-9),
)
def geometric_mean(numbers: NonEmpty[float]) -> float:
    """The n-th root of the product of n numbers that are not negative."""
    if not numbers or min(numbers) < 0:
        raise ValueError("numbers that are not negative are needed")
    return float(math.prod(numbers) ** (1 / len(numbers)))
