"""The value of the highest one bit: the greatest power of two that is not above the number; 0 for 0."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="highest leftmost most significant set bit value largest power of two below",
    examples=[Example((12,), 8), Example((0,), 0), Example((1,), 1)],
    holds=lambda number, ret: number == 0 or ret <= number < 2 * ret,
)
def highest_bit(number: Nat) -> int:
    """The value of the highest one bit: the greatest power of two that is not above the number; 0 for 0."""
    return 1 << number.bit_length() >> 1
