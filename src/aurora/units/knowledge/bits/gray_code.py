"""The Gray code of a number: neighbours differ in one bit.

Gray 1953.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="gray code binary reflected encode",
    examples=[Example((2,), 3), Example((0,), 0), Example((10,), 15)],
    holds=lambda number, ret: (ret ^ (number + 1 ^ number + 1 >> 1)).bit_count() == 1,
)
def gray_code(number: Nat) -> int:
    """The Gray code of a number: neighbours differ in one bit."""
    return number ^ number >> 1
