"""The values that occur in exactly one of the lists."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="unique to a single list only in one exclusive",
    examples=[Example(([[1, 2], [2, 3], [3, 4]],), {1, 4}), Example(([[1, 1]],), {1}), Example(([],), set())],
    holds=lambda lists, ret: all(sum(value in part for part in lists) == 1 for value in ret),
)
def in_exactly_one(lists: list[list[K]]) -> set[K]:
    """The values that occur in exactly one of the lists."""
    counts = collections.Counter(value for part in lists for value in set(part))
    return {value for value, times in counts.items() if times == 1}
