"""For each number the percentage of the numbers that are below it."""

import bisect

from aurora.contracts.component import Example, component


@component(
    words="percentile rank percent of values below each",
    examples=[
        Example(([10, 20, 30, 40],), [0.0, 25.0, 50.0, 75.0]),
        Example(([5, 5],), [0.0, 0.0]),
        Example(([],), []),
    ],
    holds=lambda _numbers, ret: all(0 <= percent < 100 for percent in ret),
)
def percent_ranks(numbers: list[float]) -> list[float]:
    """For each number the percentage of the numbers that are below it."""
    ordered = sorted(numbers)
    return [100 * bisect.bisect_left(ordered, x) / len(numbers) for x in numbers]
