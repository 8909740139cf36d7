"""The middle number of a list in order of size, or the mean of the two middle ones; IndexError for an empty one."""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="median middle value",
    examples=[Example(([3, 1, 2],), 2.0), Example(([4, 1, 3, 2],), 2.5), Example(([7],), 7.0)],
    holds=lambda numbers, ret: (
        2 * sum(n <= ret for n in numbers) >= len(numbers) and 2 * sum(n >= ret for n in numbers) >= len(numbers)
    ),
)
def median_of(numbers: NonEmpty[float]) -> float:
    """The middle number of a list in order of size, or the mean of the two middle ones; IndexError for an empty one."""
    ordered = sorted(numbers)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
