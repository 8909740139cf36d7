"""For each place the product of all other numbers, without division."""

import itertools
import operator

from aurora.contracts.component import Example, component


@component(
    words="product of array except self all other elements",
    examples=[Example(([1, 2, 3, 4],), [24, 12, 8, 6]), Example(([5],), [1]), Example(([0, 2, 0],), [0, 0, 0])],
    holds=lambda numbers, ret: (
        len(ret) == len(numbers) and len({a * b for a, b in zip(numbers, ret, strict=True)}) <= 1
    ),
)
def product_except_self(numbers: list[int]) -> list[int]:
    """For each place the product of all other numbers, without division."""
    before = itertools.accumulate(numbers[:-1], operator.mul, initial=1)
    after = list(itertools.accumulate(numbers[:0:-1], operator.mul, initial=1))[::-1]
    return [a * b for a, b in zip(before, after, strict=True)] if numbers else []
