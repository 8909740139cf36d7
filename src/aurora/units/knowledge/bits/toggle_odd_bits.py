"""The number with every second of its binary digits changed: the 1st, 3rd, ... from the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="toggle flip odd bits positions alternate",
    examples=[Example((10,), 15), Example((0,), 0), Example((5,), 0)],
    holds=lambda number, ret: number & 0xAAAA == ret & 0xAAAA,
)
def toggle_odd_bits(number: Nat) -> int:
    """The number with every second of its binary digits changed: the 1st, 3rd, ... from the lowest."""
    return number ^ sum(1 << place for place in range(0, number.bit_length(), 2))
