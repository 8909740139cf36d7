"""The elements of a list, the most frequent first; of equally frequent ones the one that comes first."""

import collections
import itertools

from aurora.contracts.component import Example, K, component


@component(
    words="sort by number of occurrences count most common",
    examples=[
        Example(([1, 2, 2, 3, 3, 3],), [3, 3, 3, 2, 2, 1]),
        Example((["b", "a", "b"],), ["b", "b", "a"]),
        Example(([],), []),
    ],
    holds=lambda values, ret: (
        len(ret) == len(values) and not any(values.count(a) < values.count(b) for a, b in itertools.pairwise(ret))
    ),
)
def sort_by_frequency(values: list[K]) -> list[K]:
    """The elements of a list, the most frequent first; of equally frequent ones the one that comes first."""
    counts = collections.Counter(values)
    return [value for value, times in counts.most_common() for _ in range(times)]
