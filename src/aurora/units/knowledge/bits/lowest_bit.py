"""The value of the lowest one bit; 0 for 0."""

from aurora.contracts.component import Example, component


@component(
    words="lowest rightmost least significant set bit value isolate",
    examples=[Example((12,), 4), Example((0,), 0), Example((7,), 1)],
    holds=lambda number, ret: ret == 0 or number // ret % 2 == 1,
)
def lowest_bit(number: int) -> int:
    """The value of the lowest one bit; 0 for 0."""
    return number & -number
