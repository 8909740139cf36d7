"""The rank of each number from 1, equal numbers sharing the mean of their ranks."""

import bisect

from aurora.contracts.component import Example, component


@component(
    words="ranks rank average ties fractional ranking",
    examples=[Example(([10, 30, 20],), [1.0, 3.0, 2.0]), Example(([5, 5],), [1.5, 1.5]), Example(([],), [])],
    holds=lambda numbers, ret: sum(ret) == len(numbers) * (len(numbers) + 1) / 2,
)
def average_ranks(numbers: list[float]) -> list[float]:
    """The rank of each number from 1, equal numbers sharing the mean of their ranks."""
    ordered = sorted(numbers)
    return [(bisect.bisect_left(ordered, x) + bisect.bisect_right(ordered, x) + 1) / 2 for x in numbers]
