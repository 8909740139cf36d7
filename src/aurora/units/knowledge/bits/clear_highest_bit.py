"""The number without its highest one bit."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="clear unset remove leftmost highest most significant set bit turn off",
    examples=[Example((12,), 4), Example((0,), 0), Example((1,), 0)],
    holds=lambda number, ret: 2 * ret < max(1, 2 * number) and ret <= number // 2 + number % 2,
)
def clear_highest_bit(number: Nat) -> int:
    """The number without its highest one bit."""
    return number - (1 << number.bit_length() >> 1)
