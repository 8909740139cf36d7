"""The elements of one list after each element of the other has taken away one equal to it, in their order."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="bag difference subtract counts remove one for each leftover",
    examples=[Example(([1, 1, 2, 3], [1, 3]), [1, 2]), Example(([1], [2]), [1]), Example(([], [1]), [])],
    holds=lambda one, other, ret: all(
        ret.count(value) == max(one.count(value) - other.count(value), 0) for value in one
    ),
)
def multiset_difference(one: list[K], other: list[K]) -> list[K]:
    """The elements of one list after each element of the other has taken away one equal to it, in their order."""
    return list((collections.Counter(one) - collections.Counter(other)).elements())
