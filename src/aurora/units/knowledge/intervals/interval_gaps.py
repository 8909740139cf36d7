"""The gaps between intervals: where none of them is, from the first start to the last end."""

from aurora.contracts.component import Example, N, component


@component(
    words="gaps free time between intervals holes uncovered",
    examples=[Example(([(1, 3), (6, 7), (2, 4)],), [(4, 6)]), Example(([(1, 2), (2, 3)],), []), Example(([],), [])],
    holds=lambda intervals, ret: all(a < b for a, b in ret) and len(ret) < max(1, len(intervals)),
)
def interval_gaps(intervals: list[tuple[N, N]]) -> list[tuple[N, N]]:
    """The gaps between intervals: where none of them is, from the first start to the last end."""
    if any(start > end for start, end in intervals):
        raise ValueError("an interval ends before it starts")
    gaps = []
    ordered = sorted(intervals)
    covered = ordered[0][1] if ordered else 0
    for start, end in ordered:
        if start > covered:
            gaps.append((covered, start))
        covered = max(covered, end)
    return gaps
