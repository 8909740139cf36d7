"""Largest sum of a contiguous, non-empty part of a list.

Kadane 1984.
"""

from aurora.contracts.component import Example, N, NonEmpty, component


@component(
    words="maximum subarray sum contiguous largest consecutive kadane",
    examples=[Example(([-2, 1, -3, 4, -1, 2, 1, -5, 4],), 6), Example(([-3, -1, -2],), -1), Example(([5],), 5)],
    holds=lambda numbers, ret: ret >= max(numbers),
)
def max_subarray(numbers: NonEmpty[N]) -> N:
    """Largest sum of a contiguous, non-empty part of a list."""
    if not numbers:
        raise ValueError("no numbers")
    best = ending = numbers[0]
    for number in numbers[1:]:
        ending = max(ending + number, number)
        best = max(best, ending)
    return best
