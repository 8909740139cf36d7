"""Smallest sum of products of paired numbers of two lists, in any order.

The rearrangement inequality: the largest with the smallest.
"""

from aurora.contracts.component import Example, component


@component(
    words="minimum scalar product pairing two lists rearrangement sum of products",
    examples=[Example(([1, 3, -5], [-2, 4, 1]), -25), Example(([2], [3]), 6), Example(([], []), 0)],
    holds=lambda first, second, ret: ret <= sum(a * b for a, b in zip(first, second, strict=True)),
)
def min_product_sum(first: list[int], second: list[int]) -> int:
    """Smallest sum of products of paired numbers of two lists, in any order."""
    return sum(a * b for a, b in zip(sorted(first), sorted(second, reverse=True), strict=True))
