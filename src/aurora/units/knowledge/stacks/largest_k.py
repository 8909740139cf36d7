"""The `count` largest items, descending."""

import heapq

from aurora.contracts.component import C, Example, Nat, component


@component(
    words="k largest items heap n highest maximum elements",
    examples=[Example(([5, 1, 4, 2], 2), [5, 4]), Example(([3], 5), [3]), Example(([1, 2], 0), [])],
    holds=lambda items, count, ret: ret == sorted(items, reverse=True)[: max(0, count)],
)
def largest_k(items: list[C], count: Nat) -> list[C]:
    """The `count` largest items, descending."""
    return heapq.nlargest(count, items)
