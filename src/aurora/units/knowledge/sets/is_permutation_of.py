"""Whether two lists have the same elements, each as often, in whatever order."""

import collections

from aurora.contracts.component import Example, K, component


@component(
    words="same elements any order rearrangement permutation equal multisets",
    examples=[Example(([1, 2, 1], [2, 1, 1]), True), Example(([1, 2], [1, 2, 2]), False), Example(([], []), True)],
    holds=lambda one, other, ret: not ret or (len(one) == len(other) and set(one) == set(other)),
)
def is_permutation_of(one: list[K], other: list[K]) -> bool:
    """Whether two lists have the same elements, each as often, in whatever order."""
    return collections.Counter(one) == collections.Counter(other)
