"""Largest total weight of intervals (start, end, weight) without overlaps.

Dynamic programming in the order of ends with binary search.
"""

import bisect

from aurora.contracts.component import Example, component


@component(
    words="weighted interval scheduling job maximum profit non overlapping",
    examples=[
        Example(([(1, 3, 50), (2, 5, 20), (3, 10, 100)],), 150),
        Example(([(1, 9, 10), (2, 3, 4), (4, 5, 4)],), 10),
        Example(([],), 0),
    ],
    holds=lambda intervals, ret: ret >= max((weight for _, _, weight in intervals), default=0),
)
def weighted_intervals(intervals: list[tuple[int, int, int]]) -> int:
    """Largest total weight of intervals (start, end, weight) without overlaps."""
    ends: list[int] = []
    best = [0]
    for start, end, weight in sorted(intervals, key=lambda interval: (interval[1], interval[0])):
        best.append(max(best[-1], best[bisect.bisect_right(ends, start)] + weight))
        ends.append(end)
    return best[-1]
