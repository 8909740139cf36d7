"""The least positive integer that all of the numbers divide; 1 for an empty list."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="least smallest lowest common multiple many several numbers array",
    examples=[Example(([4, 6, 10],), 60), Example(([5],), 5), Example(([],), 1)],
    holds=lambda numbers, ret: all(ret % number == 0 for number in numbers) if ret else 0 in numbers,
)
def lcm_of_list(numbers: list[int]) -> Nat:
    """The least positive integer that all of the numbers divide; 1 for an empty list."""
    return math.lcm(*numbers)
