"""Each element of a list with every element after it."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="pairs combinations of two unordered every pair",
    examples=[Example(([1, 2, 3],), [(1, 2), (1, 3), (2, 3)]), Example(([1],), []), Example(([],), [])],
    holds=lambda values, ret: 2 * len(ret) == len(values) * (len(values) - 1),
)
def all_pairs(values: list[T]) -> list[tuple[T, T]]:
    """Each element of a list with every element after it."""
    return list(itertools.combinations(values, 2))
