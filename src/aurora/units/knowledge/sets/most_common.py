"""The n most frequent elements of a list with how often each occurs, the most frequent first."""

import collections

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="top frequent counts counter highest occurrence",
    examples=[Example((["a", "b", "a"], 1), [("a", 2)]), Example(([1, 2], 5), [(1, 1), (2, 1)]), Example(([], 2), [])],
    holds=lambda values, n, ret: (
        all(values.count(value) == times for value, times in ret) and len(ret) == min(max(n, 0), len(set(values)))
    ),
)
def most_common(values: list[K], n: Nat) -> list[tuple[K, int]]:
    """The n most frequent elements of a list with how often each occurs, the most frequent first."""
    return sorted(collections.Counter(values).items(), key=lambda item: -item[1])[: max(n, 0)]
