"""All items that are most frequent, in the order of their first occurrence."""

import collections

from aurora.contracts.component import Example, T, component


@component(
    words="modes multimode all most common frequent values ties",
    examples=[Example(([1, 2, 2, 1, 3],), [1, 2]), Example(([5],), [5]), Example(([],), [])],
    holds=lambda items, ret: len({items.count(item) for item in ret}) <= 1 and bool(ret) == bool(items),
)
def modes(items: list[T]) -> list[T]:
    """All items that are most frequent, in the order of their first occurrence."""
    counts = collections.Counter(items)
    return [item for item, count in counts.items() if count == max(counts.values())]
