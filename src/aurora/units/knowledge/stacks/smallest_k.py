"""The `count` smallest items, ascending."""

import heapq

from aurora.contracts.component import C, Example, Nat, component


@component(
    words="k smallest items heap n lowest minimum elements",
    examples=[Example(([5, 1, 4, 2], 2), [1, 2]), Example(([3], 5), [3]), Example(([1, 2], 0), [])],
    holds=lambda items, count, ret: ret == sorted(items)[: max(0, count)],
)
def smallest_k(items: list[C], count: Nat) -> list[C]:
    """The `count` smallest items, ascending."""
    return heapq.nsmallest(count, items)
