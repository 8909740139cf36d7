"""The value that occurs an odd number of times when all others occur an even number of times."""

import functools
import operator

from aurora.contracts.component import Example, component


@component(
    words="single number xor odd occurrences appears once others twice unique",
    examples=[Example(([4, 1, 2, 1, 2],), 4), Example(([7],), 7), Example(([],), 0)],
    holds=lambda numbers, ret: len(numbers) != 1 or ret == numbers[0],
)
def xor_single(numbers: list[int]) -> int:
    """The value that occurs an odd number of times when all others occur an even number of times."""
    return functools.reduce(operator.xor, numbers, 0)
