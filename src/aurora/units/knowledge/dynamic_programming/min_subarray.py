"""Smallest sum of a contiguous, non-empty part of a list.

Kadane 1984, for the minimum.
"""

from aurora.contracts.component import Example, N, NonEmpty, component


@component(
    words="minimum subarray sum contiguous smallest consecutive kadane",
    examples=[Example(([3, -4, 2, -3, -1, 7, -5],), -6), Example(([2, 6, 8],), 2), Example(([-1],), -1)],
    holds=lambda numbers, ret: ret <= min(numbers),
)
def min_subarray(numbers: NonEmpty[N]) -> N:
    """Smallest sum of a contiguous, non-empty part of a list."""
    if not numbers:
        raise ValueError("no numbers")
    best = ending = numbers[0]
    for number in numbers[1:]:
        ending = min(ending + number, number)
        best = min(best, ending)
    return best
