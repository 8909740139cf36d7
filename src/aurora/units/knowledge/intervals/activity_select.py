"""A largest choice of intervals without overlaps, in the order of their ends.

The one that ends first is always taken; those that only touch do not overlap.
"""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="activity selection choose most intervals non overlapping list schedule",
    examples=[
        Example(([(1, 4), (3, 5), (0, 6), (5, 7)],), [(1, 4), (5, 7)]),
        Example(([(1, 2), (2, 3)],), [(1, 2), (2, 3)]),
        Example(([],), []),
    ],
    holds=lambda intervals, ret: set(ret) <= set(intervals) and all(a[1] <= b[0] for a, b in itertools.pairwise(ret)),
)
def activity_select(intervals: list[tuple[N, N]]) -> list[tuple[N, N]]:
    """A largest choice of intervals without overlaps, in the order of their ends."""
    chosen: list[tuple[N, N]] = []
    for start, end in sorted(intervals, key=lambda interval: (interval[1], interval[0])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen
