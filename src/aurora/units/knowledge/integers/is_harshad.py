"""Whether a positive integer is divisible by the sum of its digits."""

from aurora.contracts.component import Example, component


@component(
    words="harshad niven number divisible by its digit sum",
    examples=[Example((18,), True), Example((19,), False), Example((0,), False)],
    holds=lambda number, ret: not ret or number > 0,
)
def is_harshad(number: int) -> bool:
    """Whether a positive integer is divisible by the sum of its digits."""
    return number > 0 and number % sum(int(digit) for digit in str(number)) == 0
