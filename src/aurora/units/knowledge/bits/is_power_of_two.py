"""Whether a number is 1, 2, 4, 8, ..."""

from aurora.contracts.component import Example, component


@component(
    words="power of two check single bit",
    examples=[Example((8,), True), Example((0,), False), Example((6,), False)],
    holds=lambda number, ret: ret == (bin(number).count("1") == 1 and number > 0),
)
def is_power_of_two(number: int) -> bool:
    """Whether a number is 1, 2, 4, 8, ..."""
    return number > 0 and number & number - 1 == 0
