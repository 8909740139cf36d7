"""Length of the longest subsequence that never decreases.

Patience sorting with binary search, Fredman 1975.
"""

import bisect

from aurora.contracts.component import C, Example, component


@component(
    words="longest non-decreasing subsequence length ascending equal allowed order kept",
    examples=[Example(([1, 3, 2, 2, 5],), 4), Example(([7, 7, 7],), 3), Example(([],), 0)],
    holds=lambda numbers, ret: (
        max((numbers.count(number) for number in set(numbers)), default=0) <= ret <= len(numbers)
    ),
)
def longest_nondecreasing_length(numbers: list[C]) -> int:
    """Length of the longest subsequence that never decreases."""
    tails: list[C] = []
    for number in numbers:
        place = bisect.bisect_right(tails, number)
        tails[place : place + 1] = [number]
    return len(tails)
