"""The element that occurs most often in a list, the first such one; raises ValueError for an empty list."""

import collections

from aurora.contracts.component import Example, K, NonEmpty, component


@component(
    words="most frequent common value mode occurs most",
    examples=[Example(([1, 2, 2, 3],), 2), Example((["b", "a"],), "b")],
    holds=lambda values, ret: all(values.count(value) <= values.count(ret) for value in values),
)
def mode_of(values: NonEmpty[K]) -> K:
    """The element that occurs most often in a list, the first such one; raises ValueError for an empty list."""
    counts = collections.Counter(values)
    return max(counts, key=lambda value: counts[value])
