"""Whether the digits of a number, each raised to its place from the left, add up to the number."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="disarium digits powers of position",
    examples=[Example((135,), True), Example((75,), False), Example((8,), True)],
    holds=lambda number, ret: ret or number > 9,
)
def is_disarium(number: Nat) -> bool:
    """Whether the digits of a number, each raised to its place from the left, add up to the number."""
    return number == sum(math.prod([int(digit)] * place) for place, digit in enumerate(str(number), start=1))
