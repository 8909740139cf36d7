"""Number of pairs of places whose elements differ."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="count unequal different element pairs",
    examples=[Example(([1, 2, 1],), 2), Example(([],), 0), Example(([1, 1],), 0)],
    holds=lambda items, ret: 2 * ret <= len(items) * (len(items) - 1),
)
def count_unequal_pairs(items: list[T]) -> int:
    """Number of pairs of places whose elements differ."""
    return sum(a != b for a, b in itertools.combinations(items, 2))
