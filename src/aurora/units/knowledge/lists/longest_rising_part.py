"""The longest part of a list in which every element is greater than the one before, the first such part."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="longest increasing consecutive contiguous subarray streak ascending",
    examples=[Example(([1, 2, 1, 3, 5, 4],), [1, 3, 5]), Example(([3, 2, 1],), [3]), Example(([],), [])],
    holds=lambda values, ret: all(a < b for a, b in itertools.pairwise(ret)) and bool(ret) == bool(values),
)
def longest_rising_part(values: list[C]) -> list[C]:
    """The longest part of a list in which every element is greater than the one before, the first such part."""
    best: list[C] = []
    run: list[C] = []
    for value in values:
        run = [*run, value] if run and run[-1] < value else [value]
        best = max(best, run, key=len)
    return best
