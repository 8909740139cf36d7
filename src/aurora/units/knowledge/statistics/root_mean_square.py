"""The square root of the mean of the squares."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="root mean square rms quadratic mean",
    examples=[Example(([3, 4, 5, 0, 0, 0, 0, 0],), 2.5), Example(([-7],), 7.0), Example(([1, 1],), 1.0)],
    holds=lambda numbers, ret: 0 <= ret <= max(map(abs, numbers)) * (1 + 1e-9),
)
def root_mean_square(numbers: NonEmpty[float]) -> float:
    """The square root of the mean of the squares."""
    return math.sqrt(sum(x * x for x in numbers) / len(numbers))
