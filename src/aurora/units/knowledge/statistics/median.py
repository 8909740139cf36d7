"""The middle number in ascending order, the mean of the middle two when their count is even."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="median middle value half sorted",
    examples=[Example(([3, 1, 2],), 2), Example(([4, 1, 3, 2],), 2.5), Example(([7],), 7)],
    holds=lambda numbers, ret: min(numbers) <= ret <= max(numbers),
)
def median(numbers: NonEmpty[float]) -> float:
    """The middle number in ascending order, the mean of the middle two when their count is even."""
    if not numbers:
        raise ValueError("no numbers")
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
