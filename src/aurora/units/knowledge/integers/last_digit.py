"""Last digit of a number."""

from aurora.contracts.component import Example, component


@component(
    words="last unit ones least significant digit",
    examples=[Example((123,), 3), Example((-45,), 5), Example((0,), 0)],
    holds=lambda number, ret: (abs(number) - ret) % 10 == 0,
)
def last_digit(number: int) -> int:
    """Last digit of a number."""
    return abs(number) % 10
