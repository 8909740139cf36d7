"""The number with the bit at a place set to 0; place 0 is the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="clear unset turn off bit at position kth",
    examples=[Example((7, 1), 5), Example((5, 1), 5), Example((8, 3), 0)],
    holds=lambda number, place, ret: ret in (number, number - (1 << place)) and not ret >> place & 1,
)
def clear_bit(number: int, place: Nat) -> int:
    """The number with the bit at a place set to 0; place 0 is the lowest."""
    return number & ~(1 << place)
