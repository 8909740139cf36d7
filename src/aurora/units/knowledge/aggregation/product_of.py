"""The product of a list of numbers; 1 for an empty one."""

import math

from aurora.contracts.component import Example, N, component


@component(
    words="multiply all numbers together",
    examples=[Example(([2, 3, 4],), 24), Example(([5, 0],), 0), Example(([],), 1)],
    holds=lambda numbers, ret: (ret == 0) == (0 in numbers) or isinstance(ret, float),
)
def product_of(numbers: list[N]) -> N:
    """The product of a list of numbers; 1 for an empty one."""
    return math.prod(numbers)
