"""The elements of any number of ascending lists as one ascending list."""

import heapq

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="k way merge combine several sorted lists",
    examples=[Example(([[1, 4], [2], [0, 3]],), [0, 1, 2, 3, 4]), Example(([[], [1]],), [1]), Example(([],), [])],
    holds=lambda lists, ret: (
        len(ret) == sum(map(len, lists)) and (ret == sorted(ret) or any(part != sorted(part) for part in lists))
    ),
)
def merge_many_sorted(lists: list[Sorted[C]]) -> Sorted[C]:
    """The elements of any number of ascending lists as one ascending list."""
    return list(heapq.merge(*lists))
