"""Whether a natural number is the sum of its digits, each raised to the number of digits."""

from aurora.contracts.component import Example, component


@component(
    words="narcissistic number armstrong digits power sum equals itself",
    examples=[Example((153,), True), Example((154,), False), Example((0,), True)],
    holds=lambda number, ret: not ret or number < 10 or number > 99,
)
def is_armstrong(number: int) -> bool:
    """Whether a natural number is the sum of its digits, each raised to the number of digits."""
    return number >= 0 and sum(int(digit) ** len(str(number)) for digit in str(number)) == number
