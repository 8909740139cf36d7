"""Whether two of the intervals overlap; those that only touch do not."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="overlap conflict any two intervals meetings attend all clash",
    examples=[Example(([(1, 3), (5, 6), (2, 4)],), True), Example(([(1, 2), (2, 3)],), False), Example(([],), False)],
    holds=lambda intervals, ret: not ret or len(intervals) > 1,
)
def has_overlap(intervals: list[tuple[N, N]]) -> bool:
    """Whether two of the intervals overlap; those that only touch do not."""
    return any(after[0] < before[1] for before, after in itertools.pairwise(sorted(intervals)))
