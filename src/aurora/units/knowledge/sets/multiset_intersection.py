"""The elements that two lists share, each as often as in the list that has fewer of it."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="bag intersection common elements with repetition counts",
    examples=[Example(([1, 1, 2], [1, 1, 1, 3]), [1, 1]), Example(([1], [2]), []), Example(([], []), [])],
    holds=lambda one, other, ret: all(ret.count(value) == min(one.count(value), other.count(value)) for value in one),
)
def multiset_intersection(one: list[K], other: list[K]) -> list[K]:
    """The elements that two lists share, each as often as in the list that has fewer of it."""
    return list((collections.Counter(one) & collections.Counter(other)).elements())
