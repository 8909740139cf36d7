"""Whether an odd number of the conditions is true."""

import functools

from aurora.contracts.component import Example, component


@component(
    words="parity xor of all odd count",
    examples=[Example(([True, True, True],), True), Example(([True, True],), False), Example(([],), False)],
    holds=lambda flags, ret: ret == functools.reduce(lambda a, b: a != b, flags, False),
)
def odd_number_true(flags: list[bool]) -> bool:
    """Whether an odd number of the conditions is true."""
    return sum(flags) % 2 == 1
