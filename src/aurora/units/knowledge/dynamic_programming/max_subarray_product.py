"""Largest product of a contiguous, non-empty part of a list."""

import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="maximum product subarray contiguous largest consecutive",
    examples=[Example(([2, 3, -2, 4],), 6), Example(([-2, 0, -1],), 0), Example(([-2, -3, -4],), 12)],
    holds=lambda numbers, ret: max(numbers) <= ret and math.prod(numbers) <= ret,
)
def max_subarray_product(numbers: NonEmpty[int]) -> int:
    """Largest product of a contiguous, non-empty part of a list."""
    if not numbers:
        raise ValueError("no numbers")
    best = largest = smallest = numbers[0]
    for number in numbers[1:]:
        ends = (number, number * largest, number * smallest)
        largest, smallest = max(ends), min(ends)
        best = max(best, largest)
    return best
