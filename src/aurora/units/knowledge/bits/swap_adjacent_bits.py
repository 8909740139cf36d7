"""The number with each pair of neighbouring bits exchanged: 1st with 2nd, 3rd with 4th, ... from the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="swap odd and even bits adjacent neighbouring pairs",
    examples=[Example((23,), 43), Example((0,), 0), Example((2,), 1)],
    holds=lambda number, ret: ret.bit_count() == number.bit_count(),
)
def swap_adjacent_bits(number: Nat) -> int:
    """The number with each pair of neighbouring bits exchanged: 1st with 2nd, 3rd with 4th, ... from the lowest."""
    odd = sum(1 << place for place in range(0, number.bit_length(), 2))
    return (number & odd) << 1 | (number >> 1) & odd
