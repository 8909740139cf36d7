"""Number of zero bits of a number, its leading zeros not counted."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="count unset zero bits number of 0s binary",
    examples=[Example((8,), 3), Example((0,), 0), Example((7,), 0)],
    holds=lambda number, ret: 0 <= ret < max(1, number.bit_length()),
)
def zero_bits(number: Nat) -> int:
    """Number of zero bits of a number, its leading zeros not counted."""
    return number.bit_length() - number.bit_count()
