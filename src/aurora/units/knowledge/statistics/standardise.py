"""How many standard deviations each number lies above the mean."""

import math

from aurora.contracts.component import Example, component


@component(
    words="standardise standardize z-scores all normalise normalize mean zero",
    examples=[
        Example(([1, 3],), [-1.0, 1.0]),
        Example(([2, 2, 4, 4],), [-1.0, -1.0, 1.0, 1.0]),
        Example(([4, 0],), [1.0, -1.0]),
    ],
    holds=lambda _numbers, ret: abs(sum(ret)) <= 1e-6 * len(ret),
)
def standardise(numbers: list[float]) -> list[float]:
    """How many standard deviations each number lies above the mean."""
    centre = sum(numbers) / len(numbers)
    deviation = math.sqrt(sum((x - centre) ** 2 for x in numbers) / len(numbers))
    return [(x - centre) / deviation for x in numbers]
