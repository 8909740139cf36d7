"""The elements of two lists, each as often as in the list that has more of it."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="bag union maximum of counts",
    examples=[Example(([1, 1, 2], [1, 3]), [1, 1, 2, 3]), Example(([], [2]), [2]), Example(([], []), [])],
    holds=lambda one, other, ret: all(
        ret.count(value) == max(one.count(value), other.count(value)) for value in one + other
    ),
)
def multiset_union(one: list[K], other: list[K]) -> list[K]:
    """The elements of two lists, each as often as in the list that has more of it."""
    return list((collections.Counter(one) | collections.Counter(other)).elements())
