"""The sum of the different numbers of a list, each counted once."""

import math

from aurora.contracts.component import Example, N, component


@component(
    words="add distinct values ignore duplicates",
    examples=[Example(([1, 2, 2, 3],), 6), Example(([5, 5],), 5), Example(([],), 0)],
    holds=lambda numbers, ret: len(set(numbers)) < len(numbers) or math.isclose(ret, sum(numbers), abs_tol=1e-6),
)
def sum_unique(numbers: list[N]) -> N:
    """The sum of the different numbers of a list, each counted once."""
    return sum(set(numbers))
