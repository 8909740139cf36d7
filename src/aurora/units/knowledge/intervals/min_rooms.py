"""Most intervals that are open at the same time: rooms for meetings; an end frees before a start needs.

A sweep over starts and ends in the order of time.
"""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="minimum meeting rooms platforms maximum overlap concurrent simultaneous intervals",
    examples=[Example(([(0, 30), (5, 10), (15, 20)],), 2), Example(([(1, 2), (2, 3)],), 1), Example(([],), 0)],
    holds=lambda intervals, ret: 0 <= ret <= len(intervals),
)
def min_rooms(intervals: list[tuple[N, N]]) -> int:
    """Most intervals that are open at the same time: rooms for meetings; an end frees before a start needs."""
    events = sorted([(start, 1) for start, _ in intervals] + [(end, -1) for _, end in intervals])
    return max(itertools.accumulate(change for _, change in events), default=0)
