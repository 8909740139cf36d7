"""The product of the first 1, 2, 3, ... numbers."""

import itertools
import operator

from aurora.contracts.component import Example, N, component


@component(
    words="prefix cumulative running products multiply",
    examples=[Example(([1, 2, 3, 4],), [1, 2, 6, 24]), Example(([],), []), Example(([0, 5],), [0, 0])],
    holds=lambda numbers, ret: len(ret) == len(numbers) and (not numbers or ret[0] == numbers[0]),
)
def prefix_products(numbers: list[N]) -> list[N]:
    """The product of the first 1, 2, 3, ... numbers."""
    return list(itertools.accumulate(numbers, operator.mul))
