"""Two ascending lists as one ascending list."""

import heapq

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="merge step mergesort combine two sorted lists",
    examples=[Example(([1, 4], [2, 3]), [1, 2, 3, 4]), Example(([], [1]), [1]), Example(([], []), [])],
    holds=lambda one, other, ret: ret == sorted(one + other),
)
def merge_sorted(one: Sorted[C], other: Sorted[C]) -> Sorted[C]:
    """Two ascending lists as one ascending list."""
    return list(heapq.merge(one, other))
