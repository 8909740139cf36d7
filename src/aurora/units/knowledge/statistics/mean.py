"""The arithmetic mean."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="mean average arithmetic sum divided by count",
    examples=[Example(([1, 2, 4, 5],), 3.0), Example(([7],), 7.0), Example(([-1, 1],), 0.0)],
    holds=lambda numbers, ret: min(numbers) - 1e-9 <= ret <= max(numbers) + 1e-9 or max(map(abs, numbers)) > 1e6,
)
def mean(numbers: NonEmpty[float]) -> float:
    """The arithmetic mean; raises `ValueError` for no numbers."""
    if not numbers:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)
