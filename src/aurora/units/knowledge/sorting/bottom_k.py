"""The k least elements of a list, the least first."""

import heapq
import itertools

from aurora.contracts.component import C, Example, Nat, Sorted, component


@component(
    words="smallest lowest n heap nsmallest",
    examples=[Example(([3, 1, 5, 4], 2), [1, 3]), Example(([1], 3), [1]), Example(([], 2), [])],
    holds=lambda values, k, ret: (
        len(ret) == min(max(k, 0), len(values)) and not any(b < a for a, b in itertools.pairwise(ret))
    ),
)
def bottom_k(values: list[C], k: Nat) -> Sorted[C]:
    """The k least elements of a list, the least first."""
    return heapq.nsmallest(k, values)
