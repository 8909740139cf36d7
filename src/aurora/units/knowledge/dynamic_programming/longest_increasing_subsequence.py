"""A longest strictly increasing subsequence, the one whose end is smallest.

Patience sorting with binary search and links back, Fredman 1975.
"""

import bisect
import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="lis longest increasing subsequence itself elements strictly ascending order kept",
    examples=[Example(([10, 9, 2, 5, 3, 7, 101, 18],), [2, 3, 7, 18]), Example(([3, 2, 1],), [1]), Example(([],), [])],
    holds=lambda numbers, ret: set(ret) <= set(numbers) and all(a < b for a, b in itertools.pairwise(ret)),
)
def longest_increasing_subsequence(numbers: list[C]) -> list[C]:
    """A longest strictly increasing subsequence, the one whose end is smallest."""
    tails: list[C] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect.bisect_left(tails, number)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [index]
        before.append(ends[place - 1] if place else -1)
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(numbers[index])
        index = before[index]
    return chain[::-1]
