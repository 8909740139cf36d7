"""The place of the lowest one bit, 0 for the lowest; -1 for 0."""

from aurora.contracts.component import Example, component


@component(
    words="position index of rightmost lowest set bit trailing zeros count",
    examples=[Example((12,), 2), Example((0,), -1), Example((7,), 0)],
    holds=lambda number, ret: number == 0 or number % (1 << ret) == 0,
)
def lowest_bit_place(number: int) -> int:
    """The place of the lowest one bit, 0 for the lowest; -1 for 0."""
    return (number & -number).bit_length() - 1
