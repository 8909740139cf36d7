"""The mean of the squared distances from the mean: the variance of a population."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="variance population spread squared deviation",
    examples=[Example(([1, 2, 3, 4],), 1.25), Example(([5],), 0.0), Example(([2, 4],), 1.0)],
    holds=lambda _numbers, ret: ret >= 0,
)
def variance(numbers: NonEmpty[float]) -> float:
    """The mean of the squared distances from the mean: the variance of a population."""
    centre = sum(numbers) / len(numbers)
    return sum((x - centre) ** 2 for x in numbers) / len(numbers)
