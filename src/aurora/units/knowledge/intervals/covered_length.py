"""The length that intervals cover together, overlaps counted once."""

from aurora.contracts.component import Example, N, component


@component(
    words="total length covered union of intervals measure time busy",
    examples=[Example(([(1, 3), (2, 6), (8, 10)],), 7), Example(([(1, 1)],), 0), Example(([],), 0)],
    holds=lambda intervals, ret: ret >= max((end - start for start, end in intervals), default=0) * 0.999999,
)
def covered_length(intervals: list[tuple[N, N]]) -> N:
    """The length that intervals cover together, overlaps counted once."""
    if any(start > end for start, end in intervals):
        raise ValueError("an interval ends before it starts")
    total: N = 0
    covered = min((start for start, _ in intervals), default=0)
    for start, end in sorted(intervals):
        if end > covered:
            total += end - max(start, covered)
            covered = end
    return total
