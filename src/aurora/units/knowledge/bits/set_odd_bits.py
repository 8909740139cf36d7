"""The number with every second of its binary digits set to 1: the 1st, 3rd, ... from the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="set turn on odd bits positions",
    examples=[Example((10,), 15), Example((4,), 5), Example((0,), 0)],
    holds=lambda number, ret: ret & number == number and ret.bit_length() == number.bit_length(),
)
def set_odd_bits(number: Nat) -> int:
    """The number with every second of its binary digits set to 1: the 1st, 3rd, ... from the lowest."""
    return number | sum(1 << place for place in range(0, number.bit_length(), 2))
