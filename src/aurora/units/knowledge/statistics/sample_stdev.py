"""The square root of a sample's variance, which divides by one less than the number of values."""

import math

from aurora.contracts.component import Example, component


@component(
    words="sample standard deviation n-1 unbiased sigma",
    examples=[Example(([1, 3, 5, 7, 9],), 10**0.5), Example(([2, 4],), 2**0.5), Example(([3, 3],), 0.0)],
    holds=lambda _numbers, ret: ret >= 0,
)
def sample_stdev(numbers: list[float]) -> float:
    """The square root of a sample's variance, which divides by one less than the number of values."""
    if len(numbers) < 2:
        raise ValueError("two numbers are needed")
    centre = sum(numbers) / len(numbers)
    return math.sqrt(sum((x - centre) ** 2 for x in numbers) / (len(numbers) - 1))
