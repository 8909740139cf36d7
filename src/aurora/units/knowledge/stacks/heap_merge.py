"""The items of sorted lists as one sorted list.

A heap of the heads, Knuth 1973.
"""

import heapq

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="merge k sorted lists heap combine many",
    examples=[
        Example(([[1, 4], [2, 3], []],), [1, 2, 3, 4]),
        Example(([],), []),
        Example(([["b"], ["a"]],), ["a", "b"]),
    ],
    holds=lambda lists, ret: ret == sorted(ret) and len(ret) == sum(map(len, lists)),
)
def heap_merge(lists: list[Sorted[C]]) -> Sorted[C]:
    """The items of sorted lists as one sorted list."""
    return list(heapq.merge(*lists))
