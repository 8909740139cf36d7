"""The values that occur in both of two lists, ascending."""

import itertools

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="intersection sorted order common elements",
    examples=[Example(([3, 1, 2], [2, 3, 9]), [2, 3]), Example(([1], [2]), []), Example(([], []), [])],
    holds=lambda one, other, ret: set(ret) == set(one) & set(other) and all(a < b for a, b in itertools.pairwise(ret)),
)
def sorted_intersection(one: list[C], other: list[C]) -> Sorted[C]:
    """The values that occur in both of two lists, ascending."""
    return sorted(set(one) & set(other))
