"""The most frequent item, the first of several."""

import collections

from aurora.contracts.component import Example, NonEmpty, T, component


@component(
    words="mode most common frequent value item occurs",
    examples=[Example(([1, 2, 2, 3],), 2), Example((["b", "a"],), "b"), Example(([5],), 5)],
    holds=lambda items, ret: all(items.count(item) <= items.count(ret) for item in items),
)
def mode(items: NonEmpty[T]) -> T:
    """The most frequent item, the first of several."""
    if not items:
        raise ValueError("no items")
    return collections.Counter(items).most_common(1)[0][0]
