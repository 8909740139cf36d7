"""Fewest points so that every interval, its ends included, has one."""

from aurora.contracts.component import Example, N, component


@component(
    words="minimum points arrows burst balloons stab cover intervals",
    examples=[Example(([(10, 16), (2, 8), (1, 6), (7, 12)],), 2), Example(([(1, 2), (2, 3)],), 1), Example(([],), 0)],
    holds=lambda intervals, ret: bool(intervals) <= ret <= len(intervals),
)
def min_points(intervals: list[tuple[N, N]]) -> int:
    """Fewest points so that every interval, its ends included, has one."""
    points: list[N] = []
    for start, end in sorted(intervals, key=lambda interval: interval[1]):
        if not points or start > points[-1]:
            points.append(end)
    return len(points)
