"""Whether replacing a number by the sum of the squares of its digits again and again ends in 1."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="happy number sum of squares of digits",
    examples=[Example((7,), True), Example((4,), False), Example((100,), True)],
    holds=lambda number, ret: not ret or number != 4,
)
def is_happy_number(number: Positive) -> bool:
    """Whether replacing a number by the sum of the squares of its digits again and again ends in 1."""
    seen: set[int] = set()
    while number != 1 and number not in seen:
        seen.add(number)
        number = sum(int(digit) ** 2 for digit in str(number))
    return number == 1
