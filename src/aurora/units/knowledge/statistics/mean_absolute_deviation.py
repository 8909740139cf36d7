"""The mean distance from the mean."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="mean absolute deviation average distance from mean mad",
    examples=[Example(([1, 2, 3, 4],), 1.0), Example(([5],), 0.0), Example(([0, 10],), 5.0)],
    holds=lambda _numbers, ret: ret >= 0,
)
def mean_absolute_deviation(numbers: NonEmpty[float]) -> float:
    """The mean distance from the mean."""
    centre = sum(numbers) / len(numbers)
    return sum(abs(x - centre) for x in numbers) / len(numbers)
