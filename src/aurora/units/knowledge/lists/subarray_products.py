"""Product of each run of neighbours, by where it begins, then by its length."""

import math

from aurora.contracts.component import Example, component


@component(
    words="products of all subarrays contiguous",
    examples=[Example(([1, 2, 3],), [1, 2, 6, 2, 6, 3]), Example(([],), []), Example(([5],), [5])],
    holds=lambda numbers, ret: 2 * len(ret) == len(numbers) * (len(numbers) + 1),
)
def subarray_products(numbers: list[int]) -> list[int]:
    """Product of each run of neighbours, by where it begins, then by its length."""
    return [math.prod(numbers[i:j]) for i in range(len(numbers)) for j in range(i + 1, len(numbers) + 1)]
