"""The number with every second of its binary digits set to 1: the 2nd, 4th, ... from the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="set turn on even bits positions",
    examples=[Example((10,), 10), Example((4,), 6), Example((0,), 0)],
    holds=lambda number, ret: ret & number == number and ret.bit_length() == number.bit_length(),
)
def set_even_bits(number: Nat) -> int:
    """The number with every second of its binary digits set to 1: the 2nd, 4th, ... from the lowest."""
    return number | sum(1 << place for place in range(1, number.bit_length(), 2))
