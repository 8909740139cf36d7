"""Length of the longest strictly increasing subsequence.

Patience sorting with binary search, Fredman 1975.
"""

import bisect
import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="lis longest increasing subsequence length strictly ascending order kept",
    examples=[Example(([10, 9, 2, 5, 3, 7, 101, 18],), 4), Example(([7, 7, 7],), 1), Example(([],), 0)],
    holds=lambda numbers, ret: (
        0 <= ret <= len(set(numbers)) and (ret > 1) == any(a < b for a, b in itertools.pairwise(numbers))
    ),
)
def lis_length(numbers: list[C]) -> int:
    """Length of the longest strictly increasing subsequence."""
    tails: list[C] = []
    for number in numbers:
        place = bisect.bisect_left(tails, number)
        tails[place : place + 1] = [number]
    return len(tails)
