"""The items in the order of a binary heap: each is not greater than those at 2 i + 1 and 2 i + 2.

Floyd 1964.
"""

import heapq

from aurora.contracts.component import C, Example, component


@component(
    words="heapify build min heap queue convert list",
    examples=[Example(([3, 1, 2],), [1, 3, 2]), Example(([],), []), Example(([5, 4],), [4, 5])],
    holds=lambda items, ret: (
        sorted(ret) == sorted(items) and all(not ret[i] < ret[(i - 1) // 2] for i in range(1, len(ret)))
    ),
)
def heapify(items: list[C]) -> list[C]:
    """The items in the order of a binary heap: each is not greater than those at 2 i + 1 and 2 i + 2."""
    heap = list(items)
    heapq.heapify(heap)
    return heap
