"""The greatest integer that divides all of the numbers; 0 for an empty list."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="greatest highest common divisor factor hcf many several numbers array",
    examples=[Example(([12, 18, 24],), 6), Example(([7],), 7), Example(([],), 0)],
    holds=lambda numbers, ret: all(number % ret == 0 for number in numbers) if ret else not any(numbers),
)
def gcd_of_list(numbers: list[int]) -> Nat:
    """The greatest integer that divides all of the numbers; 0 for an empty list."""
    return math.gcd(*numbers)
