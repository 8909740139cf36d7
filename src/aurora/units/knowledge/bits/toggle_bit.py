"""The number with the bit at a place changed; place 0 is the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="toggle flip invert bit at position kth",
    examples=[Example((5, 0), 4), Example((5, 1), 7), Example((0, 3), 8)],
    holds=lambda number, place, ret: abs(ret - number) == 1 << place,
)
def toggle_bit(number: int, place: Nat) -> int:
    """The number with the bit at a place changed; place 0 is the lowest."""
    return number ^ 1 << place
