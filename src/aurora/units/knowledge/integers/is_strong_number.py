"""Whether the factorials of the digits of a number add up to the number."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="strong factorion krishnamurthy peterson factorial digits",
    examples=[Example((145,), True), Example((10,), False), Example((2,), True)],
    holds=lambda number, ret: not ret or number > 0,
)
def is_strong_number(number: Nat) -> bool:
    """Whether the factorials of the digits of a number add up to the number."""
    return number == sum(math.factorial(int(digit)) for digit in str(number))
