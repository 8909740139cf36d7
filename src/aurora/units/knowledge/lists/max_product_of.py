"""Largest product of some of the numbers, taken at so many different places."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="maximum largest greatest highest product of two three numbers pair triple triplet k elements",
    examples=[Example(([4, 1, 9], 2), 36), Example(([-7, -8, 3, 2], 3), 168), Example(([-5], 1), -5)],
    holds=lambda numbers, count, ret: ret >= math.prod(numbers[:count]),
)
def max_product_of(numbers: list[int], count: Positive) -> int:
    """Largest product of some of the numbers: of the least ones and the greatest ones, in the best shares."""
    if not 1 <= count <= len(numbers):
        raise ValueError("the count must be from 1 to the number of numbers")
    ordered = sorted(numbers)
    shares = (ordered[:low] + ordered[len(ordered) - count + low :] for low in range(count + 1))
    return max(map(math.prod, shares))
