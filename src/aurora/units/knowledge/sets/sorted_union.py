"""The values that occur in one of two lists or in both, ascending."""

import itertools

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="union sorted order combine without duplicates",
    examples=[Example(([3, 1], [2, 1]), [1, 2, 3]), Example(([], ["a"]), ["a"]), Example(([], []), [])],
    holds=lambda one, other, ret: set(ret) == set(one) | set(other) and all(a < b for a, b in itertools.pairwise(ret)),
)
def sorted_union(one: list[C], other: list[C]) -> Sorted[C]:
    """The values that occur in one of two lists or in both, ascending."""
    return sorted({*one, *other})
