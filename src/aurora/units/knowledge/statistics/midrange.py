"""The mean of the smallest and the largest number."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="midrange middle of minimum and maximum average of extremes",
    examples=[Example(([1, 5, 9],), 5.0), Example(([2, 3],), 2.5), Example(([4],), 4.0)],
    holds=lambda numbers, ret: min(numbers) <= ret <= max(numbers),
)
def midrange(numbers: NonEmpty[float]) -> float:
    """The mean of the smallest and the largest number."""
    return (min(numbers) + max(numbers)) / 2
