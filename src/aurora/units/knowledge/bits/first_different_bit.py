"""The place of the lowest bit in which two numbers differ, 1 for the lowest; 0 when they are equal."""

from aurora.contracts.component import Example, component


@component(
    words="first rightmost different bit position two numbers",
    examples=[Example((11, 9), 2), Example((5, 5), 0), Example((52, 4), 5)],
    holds=lambda first, second, ret: ret == 0 or (first - second) % (1 << ret - 1) == 0,
)
def first_different_bit(first: int, second: int) -> int:
    """The place of the lowest bit in which two numbers differ, 1 for the lowest; 0 when they are equal."""
    return ((first ^ second) & -(first ^ second)).bit_length()
