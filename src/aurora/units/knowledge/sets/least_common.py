"""The n least frequent elements of a list with how often each occurs, the least frequent first."""

import collections
import itertools

from aurora.contracts.component import Example, K, Nat, component


@component(
    words="rarest infrequent counts lowest occurrence",
    examples=[Example((["a", "b", "a"], 1), [("b", 1)]), Example(([1, 2], 5), [(1, 1), (2, 1)]), Example(([], 2), [])],
    holds=lambda values, _n, ret: (
        all(values.count(value) == times for value, times in ret)
        and all(a[1] <= b[1] for a, b in itertools.pairwise(ret))
    ),
)
def least_common(values: list[K], n: Nat) -> list[tuple[K, int]]:
    """The n least frequent elements of a list with how often each occurs, the least frequent first."""
    return sorted(collections.Counter(values).items(), key=lambda item: item[1])[: max(n, 0)]
