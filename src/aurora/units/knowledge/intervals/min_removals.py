"""Fewest intervals to remove so that no two of the rest overlap; those that only touch do not."""

from aurora.contracts.component import Example, N, component


@component(
    words="minimum removals erase overlap intervals non overlapping",
    examples=[Example(([(1, 2), (2, 3), (3, 4), (1, 3)],), 1), Example(([(1, 2), (1, 2)],), 1), Example(([],), 0)],
    holds=lambda intervals, ret: 0 <= ret <= max(0, len(intervals) - 1),
)
def min_removals(intervals: list[tuple[N, N]]) -> int:
    """Fewest intervals to remove so that no two of the rest overlap; those that only touch do not."""
    removed = 0
    free = min((start for start, _ in intervals), default=0)
    for start, end in sorted(intervals, key=lambda interval: (interval[1], interval[0])):
        if start >= free:
            free = end
        else:
            removed += 1
    return removed
