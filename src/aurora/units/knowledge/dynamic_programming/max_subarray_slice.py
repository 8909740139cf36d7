"""The contiguous, non-empty part of a list with the largest sum; the first of several.

Kadane 1984, remembering where the best part starts and ends.
"""

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="maximum subarray itself contiguous largest sum elements kadane",
    examples=[
        Example(([-2, 1, -3, 4, -1, 2, 1, -5, 4],), [4, -1, 2, 1]),
        Example(([-3, -1, -2],), [-1]),
        Example(([5],), [5]),
    ],
    holds=lambda numbers, ret: max(*numbers, sum(numbers)) <= sum(ret),
)
def max_subarray_slice(numbers: NonEmpty[int]) -> list[int]:
    """The contiguous, non-empty part of a list with the largest sum; the first of several."""
    if not numbers:
        raise ValueError("no numbers")
    best, ending, start, best_start, best_stop = numbers[0], 0, 0, 0, 1
    for index, number in enumerate(numbers):
        if ending < 0:
            ending, start = 0, index
        ending += number
        if ending > best:
            best, best_start, best_stop = ending, start, index + 1
    return numbers[best_start:best_stop]
