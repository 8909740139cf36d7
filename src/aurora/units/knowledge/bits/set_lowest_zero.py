"""The number with its lowest zero bit set to 1."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="set rightmost lowest unset zero bit turn on",
    examples=[Example((21,), 23), Example((0,), 1), Example((7,), 15)],
    holds=lambda number, ret: ret.bit_count() == number.bit_count() + 1,
)
def set_lowest_zero(number: Nat) -> int:
    """The number with its lowest zero bit set to 1."""
    return number | number + 1
