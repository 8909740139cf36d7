"""Intervals that are apart and ascending with a new one inserted and joined to those that it meets."""

import bisect

from aurora.contracts.component import Example, N, component


@component(
    words="insert interval new range merge into sorted",
    examples=[
        Example(([(1, 3), (6, 9)], (2, 5)), [(1, 5), (6, 9)]),
        Example(([], (5, 7)), [(5, 7)]),
        Example(([(1, 2), (8, 9)], (4, 5)), [(1, 2), (4, 5), (8, 9)]),
    ],
    holds=lambda _intervals, new, ret: any(start <= new[0] and new[1] <= end for start, end in ret),
)
def insert_interval(intervals: list[tuple[N, N]], new: tuple[N, N]) -> list[tuple[N, N]]:
    """Intervals that are apart and ascending with a new one inserted and joined to those that it meets."""
    first = bisect.bisect_left(intervals, new[0], key=lambda interval: interval[1])
    last = bisect.bisect_right(intervals, new[1], key=lambda interval: interval[0])
    met = intervals[first:last]
    start = min([new[0]] + [interval[0] for interval in met])
    end = max([new[1]] + [interval[1] for interval in met])
    joined = intervals[:first]
    joined.append((start, end))
    return joined + intervals[last:]
