"""The values that occur in at least n of the lists."""

import collections

from aurora.contracts.component import Example, K, Positive, component


@component(
    words="shared by n or more lists threshold occurs in several",
    examples=[Example(([[1, 2], [2, 3], [3, 4]], 2), {2, 3}), Example(([[1, 1]], 2), set()), Example(([], 1), set())],
    holds=lambda lists, n, ret: all(sum(value in part for part in lists) >= n for value in ret),
)
def in_at_least(lists: list[list[K]], n: Positive) -> set[K]:
    """The values that occur in at least n of the lists."""
    counts = collections.Counter(value for part in lists for value in set(part))
    return {value for value, times in counts.items() if times >= n}
