"""Whether a contiguous, non-empty part of the numbers adds up to 0."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="zero sum subarray exists contiguous check",
    examples=[Example(([4, 2, -3, 1, 6],), True), Example(([4, 2],), False), Example(([0],), True)],
    holds=lambda numbers, ret: ret or 0 not in numbers,
)
def has_zero_sum_subarray(numbers: list[int]) -> bool:
    """Whether a contiguous, non-empty part of the numbers adds up to 0."""
    return len({*itertools.accumulate(numbers, initial=0)}) <= len(numbers)
