"""Number of pairs of places whose elements are equal."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="count equal same element pairs",
    examples=[Example(([1, 2, 1],), 1), Example(([],), 0), Example(([1, 1, 1],), 3)],
    holds=lambda items, ret: 2 * ret <= len(items) * (len(items) - 1),
)
def count_equal_element_pairs(items: list[T]) -> int:
    """Number of pairs of places whose elements are equal."""
    return sum(a == b for a, b in itertools.combinations(items, 2))
