"""The number with the bit at a place set to 1; place 0 is the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="set turn on bit at position kth",
    examples=[Example((5, 1), 7), Example((5, 0), 5), Example((0, 3), 8)],
    holds=lambda number, place, ret: ret in (number, number + (1 << place)) and ret >> place & 1 == 1,
)
def set_bit(number: int, place: Nat) -> int:
    """The number with the bit at a place set to 1; place 0 is the lowest."""
    return number | 1 << place
