"""The product of the decimal digits of an integer, whatever its sign."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="multiply digits product of digits",
    examples=[Example((234,), 24), Example((-15,), 5), Example((105,), 0)],
    holds=lambda number, ret: (ret == 0) == ("0" in str(number)),
)
def digit_product(number: int) -> Nat:
    """The product of the decimal digits of an integer, whatever its sign."""
    return math.prod(int(digit) for digit in str(abs(number)))
