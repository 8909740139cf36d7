"""Whether every element of a list is greater than the one before it."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="strictly ascending increasing no repeats",
    examples=[Example(([1, 2, 5],), True), Example(([1, 1],), False), Example(([],), True)],
    holds=lambda values, ret: (
        not ret or (sorted(values) == values and all(a != b for a, b in itertools.pairwise(values)))
    ),
)
def is_strictly_increasing(values: list[C]) -> bool:
    """Whether every element of a list is greater than the one before it."""
    return all(before < after for before, after in itertools.pairwise(values))
