"""The sum of the first 0, 1, 2, ... numbers."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="prefix sums cumulative running totals starting with zero",
    examples=[Example(([1, 2, 3],), [0, 1, 3, 6]), Example(([],), [0]), Example(([-1],), [0, -1])],
    holds=lambda numbers, ret: len(ret) == len(numbers) + 1 and ret[0] == 0,
)
def prefix_sums(numbers: list[N]) -> list[N]:
    """The sum of the first 0, 1, 2, ... numbers."""
    return list(itertools.accumulate(numbers, initial=0))
