"""Whether one list has every element of another at least as often."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="can be built from enough letters available contains with multiplicity bag",
    examples=[Example(([1, 1], [1, 2, 1]), True), Example(([1, 1], [1, 2]), False), Example(([], []), True)],
    holds=lambda part, whole, ret: ret == all(part.count(value) <= whole.count(value) for value in part),
)
def is_multiset_subset(part: list[K], whole: list[K]) -> bool:
    """Whether one list has every element of another at least as often."""
    return collections.Counter(part) <= collections.Counter(whole)
