"""How often an element of a list equals the one after it."""

import itertools

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="consecutive duplicates number of repeated neighbours",
    examples=[Example(([1, 1, 1, 2],), 2), Example(([1, 2, 1],), 0), Example(([],), 0)],
    holds=lambda values, ret: 0 <= ret <= max(len(values) - 1, 0),
)
def count_adjacent_equal(values: list[T]) -> Nat:
    """How often an element of a list equals the one after it."""
    return sum(before == after for before, after in itertools.pairwise(values))
