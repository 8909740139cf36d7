"""The different elements of a list in ascending order."""

import itertools

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="sorted distinct values without duplicates set order",
    examples=[Example(([3, 1, 3],), [1, 3]), Example((["b", "a"],), ["a", "b"]), Example(([],), [])],
    holds=lambda values, ret: set(ret) == set(values) and all(a < b for a, b in itertools.pairwise(ret)),
)
def sort_unique(values: list[C]) -> Sorted[C]:
    """The different elements of a list in ascending order."""
    return sorted(set(values))
