"""The intervals with those that overlap or touch joined, ascending.

Sorted by start, each is joined to the one before or opens a new one.
"""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="merge overlapping intervals join union ranges combine",
    examples=[
        Example(([(1, 3), (2, 6), (8, 10)],), [(1, 6), (8, 10)]),
        Example(([(1, 4), (4, 5)],), [(1, 5)]),
        Example(([],), []),
    ],
    holds=lambda intervals, ret: all(a[1] < b[0] for a, b in itertools.pairwise(ret)) and len(ret) <= len(intervals),
)
def merge_intervals(intervals: list[tuple[N, N]]) -> list[tuple[N, N]]:
    """The intervals with those that overlap or touch joined, ascending."""
    merged: list[tuple[N, N]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
