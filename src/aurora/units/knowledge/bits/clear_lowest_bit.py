"""The number without its lowest one bit."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="clear unset remove rightmost lowest set bit turn off",
    examples=[Example((12,), 8), Example((0,), 0), Example((7,), 6)],
    holds=lambda number, ret: number == 0 or ret.bit_count() == number.bit_count() - 1,
)
def clear_lowest_bit(number: Nat) -> int:
    """The number without its lowest one bit."""
    return number & number - 1
