"""Lists from the shortest to the longest; equally long ones keep their order."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="order sublists nested by length size",
    examples=[Example(([[1, 2], [3], []],), [[], [3], [1, 2]]), Example(([[2], [1]],), [[2], [1]]), Example(([],), [])],
    holds=lambda lists, ret: len(ret) == len(lists) and all(len(a) <= len(b) for a, b in itertools.pairwise(ret)),
)
def sort_lists_by_length(lists: list[list[T]]) -> list[list[T]]:
    """Lists from the shortest to the longest; equally long ones keep their order."""
    return sorted(lists, key=len)
