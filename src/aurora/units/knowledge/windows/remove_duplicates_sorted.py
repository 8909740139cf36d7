"""The items with runs of equal neighbours cut down to one."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="remove consecutive duplicates sorted dedupe adjacent equal collapse compress",
    examples=[Example(([1, 1, 2, 3, 3],), [1, 2, 3]), Example(([],), []), Example((["a", "b", "a"],), ["a", "b", "a"])],
    holds=lambda items, ret: all(a != b for a, b in itertools.pairwise(ret)) and set(ret) == set(items),
)
def remove_duplicates_sorted(items: list[T]) -> list[T]:
    """The items with runs of equal neighbours cut down to one."""
    return [item for item, _ in itertools.groupby(items)]
