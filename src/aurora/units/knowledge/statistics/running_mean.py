"""The mean of the first 1, 2, 3, ... numbers."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="running cumulative mean average so far",
    examples=[Example(([2, 4, 6],), [2.0, 3.0, 4.0]), Example(([],), []), Example(([5],), [5.0])],
    holds=lambda numbers, ret: len(ret) == len(numbers) and ret[:1] == numbers[:1],
)
def running_mean(numbers: list[float]) -> list[float]:
    """The mean of the first 1, 2, 3, ... numbers."""
    return [total / count for count, total in enumerate(itertools.accumulate(numbers), start=1)]
