"""Whether the divisors of a number below it add up to more than it."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="abundant number divisors exceed",
    examples=[Example((12,), True), Example((15,), False), Example((1,), False)],
    holds=lambda number, ret: not ret or number >= 12,
)
def is_abundant(number: Positive) -> bool:
    """Whether the divisors of a number below it add up to more than it."""
    return sum(divisor for divisor in range(1, number) if number % divisor == 0) > number
