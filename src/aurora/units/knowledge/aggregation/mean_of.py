"""The mean of a list of numbers; raises ZeroDivisionError for an empty one."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="average arithmetic mean of list",
    examples=[Example(([1, 2, 6],), 3.0), Example(([5],), 5.0)],
    holds=lambda numbers, ret: min(numbers) - 1e-6 <= ret <= max(numbers) + 1e-6,
)
def mean_of(numbers: NonEmpty[float]) -> float:
    """The mean of a list of numbers; raises ZeroDivisionError for an empty one."""
    return sum(numbers) / len(numbers)
