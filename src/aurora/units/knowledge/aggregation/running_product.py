"""The products of the beginnings of a list of numbers."""

import itertools
import operator

from aurora.contracts.component import Example, N, component


@component(
    words="cumulative product prefix products so far multiply",
    examples=[Example(([1, 2, 3, 4],), [1, 2, 6, 24]), Example(([5],), [5]), Example(([],), [])],
    holds=lambda numbers, ret: len(ret) == len(numbers) and ret[:1] == numbers[:1],
)
def running_product(numbers: list[N]) -> list[N]:
    """The products of the beginnings of a list of numbers."""
    return list(itertools.accumulate(numbers, operator.mul))
