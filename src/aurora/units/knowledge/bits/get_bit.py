"""The bit of a number at a place; place 0 is the lowest."""

from aurora.contracts.component import Bit, Example, Nat, component


@component(
    words="get test bit at position check set kth",
    examples=[Example((5, 0), 1), Example((5, 1), 0), Example((0, 9), 0)],
    holds=lambda _number, _place, ret: ret in (0, 1),
)
def get_bit(number: int, place: Nat) -> Bit:
    """The bit of a number at a place; place 0 is the lowest."""
    return number >> place & 1
