"""Smallest difference between two of the numbers at different places."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="minimum smallest difference between any two pairs elements",
    examples=[Example(([1, 5, 3, 19, 18],), 1), Example(([4, 4],), 0), Example(([1, 10],), 9)],
    holds=lambda numbers, ret: (ret == 0) == (len(set(numbers)) < len(numbers)),
)
def min_pair_difference(numbers: list[int]) -> int:
    """Smallest difference between two of the numbers at different places."""
    ordered = sorted(numbers)
    return min(b - a for a, b in itertools.pairwise(ordered))
