"""The items in ascending order.

Heap sort, Williams 1964.
"""

import heapq

from aurora.contracts.component import C, Example, component


@component(
    words="heap sort ascending order heapsort",
    examples=[Example(([3, 1, 2],), [1, 2, 3]), Example(([],), []), Example(([2, 2],), [2, 2])],
    holds=lambda items, ret: ret == sorted(items),
)
def heap_sort(items: list[C]) -> list[C]:
    """The items in ascending order."""
    heap = list(items)
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in items]
