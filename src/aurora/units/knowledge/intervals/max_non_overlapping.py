"""Most of the intervals that can be chosen without overlaps; those that only touch do not overlap.

The one that ends first is always taken.
"""

from aurora.contracts.component import Example, N, component


@component(
    words="maximum non overlapping intervals activities count events attend most",
    examples=[Example(([(1, 3), (2, 4), (3, 5)],), 2), Example(([(1, 9), (2, 3), (4, 5)],), 2), Example(([],), 0)],
    holds=lambda intervals, ret: bool(intervals) <= ret <= len(intervals),
)
def max_non_overlapping(intervals: list[tuple[N, N]]) -> int:
    """Most of the intervals that can be chosen without overlaps; those that only touch do not overlap."""
    taken = 0
    free = min((start for start, _ in intervals), default=0)
    for start, end in sorted(intervals, key=lambda interval: (interval[1], interval[0])):
        if start >= free:
            taken += 1
            free = end
    return taken
