"""Whether the divisors of a number below it add up to less than it."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="deficient number divisors",
    examples=[Example((8,), True), Example((6,), False), Example((1,), True)],
    holds=lambda number, ret: ret or number >= 6,
)
def is_deficient(number: Positive) -> bool:
    """Whether the divisors of a number below it add up to less than it."""
    return sum(divisor for divisor in range(1, number) if number % divisor == 0) < number
