"""The sum of the squared distances from the mean, divided by one less than their number.

Bessel's correction: the unbiased estimate from a sample.
"""

from aurora.contracts.component import Example, component


@component(
    words="sample variance unbiased n-1 spread squared deviation",
    examples=[Example(([1, 2, 3, 4, 5],), 2.5), Example(([2, 4],), 2.0), Example(([3, 3],), 0.0)],
    holds=lambda _numbers, ret: ret >= 0,
)
def sample_variance(numbers: list[float]) -> float:
    """The sum of the squared distances from the mean, divided by one less than their number."""
    if len(numbers) < 2:
        raise ValueError("two numbers are needed")
    centre = sum(numbers) / len(numbers)
    return sum((x - centre) ** 2 for x in numbers) / (len(numbers) - 1)
