"""Each element of a list with the one after it."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="pairwise consecutive neighbours successive pairs",
    examples=[Example(([1, 2, 3],), [(1, 2), (2, 3)]), Example(([1],), []), Example(([],), [])],
    holds=lambda values, ret: len(ret) == max(len(values) - 1, 0) and [a for a, _ in ret] == values[:-1],
)
def adjacent_pairs(values: list[T]) -> list[tuple[T, T]]:
    """Each element of a list with the one after it."""
    return list(itertools.pairwise(values))
