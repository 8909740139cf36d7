"""The number of 0 to n that is missing in a list of the n others."""

import functools
import operator

from aurora.contracts.component import Example, component


@component(
    words="missing number xor 0 to n find absent",
    examples=[Example(([3, 0, 1],), 2), Example(([],), 0), Example(([0, 1],), 2)],
    holds=lambda numbers, ret: sorted([*numbers, ret]) == list(range(len(numbers) + 1)),
)
def xor_missing(numbers: list[int]) -> int:
    """The number of 0 to n that is missing in a list of the n others; raises `ValueError` for another list."""
    missing = functools.reduce(operator.xor, numbers, 0) ^ functools.reduce(operator.xor, range(len(numbers) + 1), 0)
    if {*numbers, missing} != set(range(len(numbers) + 1)):
        raise ValueError("the numbers are not those of 0 to n without one")
    return missing
