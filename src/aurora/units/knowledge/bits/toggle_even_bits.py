"""The number with every second of its binary digits changed: the 2nd, 4th, ... from the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="toggle flip even bits positions alternate",
    examples=[Example((11,), 1), Example((0,), 0), Example((10,), 0)],
    holds=lambda number, ret: number & 0x5555 == ret & 0x5555,
)
def toggle_even_bits(number: Nat) -> int:
    """The number with every second of its binary digits changed: the 2nd, 4th, ... from the lowest."""
    return number ^ sum(1 << place for place in range(1, number.bit_length(), 2))
