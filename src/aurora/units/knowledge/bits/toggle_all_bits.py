"""The number with all its binary digits changed, leading zeros not counted."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="toggle flip invert all bits complement binary ones zeros",
    examples=[Example((5,), 2), Example((0,), 0), Example((7,), 0)],
    holds=lambda number, ret: number + ret == (1 << number.bit_length()) - 1,
)
def toggle_all_bits(number: Nat) -> int:
    """The number with all its binary digits changed, leading zeros not counted."""
    return number ^ (1 << number.bit_length()) - 1
