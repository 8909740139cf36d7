"""The smallest power of two that is not below a number."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="next power of two smallest at least round up",
    examples=[Example((5,), 8), Example((8,), 8), Example((0,), 1)],
    holds=lambda number, ret: ret >= number and (ret == 1 or ret < 2 * number),
)
def next_power_of_two(number: Nat) -> int:
    """The smallest power of two that is not below a number."""
    return 1 << max(0, number - 1).bit_length()
