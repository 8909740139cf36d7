"""The smallest item of a heap, and the heap with a new item in its place."""

import heapq

from aurora.contracts.component import C, Example, component


@component(
    words="heap replace pop smallest push new heapreplace",
    examples=[Example(([1, 3, 2], 5), (1, [2, 3, 5])), Example(([4], 1), (4, [1])), Example(([1, 2], 0), (1, [0, 2]))],
    holds=lambda items, _new, ret: ret[0] == min(items) and len(ret[1]) == len(items),
)
def heap_replace(items: list[C], new: C) -> tuple[C, list[C]]:
    """The smallest item and the heap with a new item in its place; raises `IndexError` for no items."""
    heap = list(items)
    heapq.heapify(heap)
    smallest = heapq.heapreplace(heap, new)
    return (smallest, heap)
