"""Sum of all divisors of a number, the number itself included."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="sum of divisors factors sigma",
    examples=[Example((1,), 1), Example((12,), 28), Example((7,), 8)],
    holds=lambda number, ret: ret >= number,
)
def sum_of_divisors(number: Positive) -> int:
    """Sum of all divisors of a number, the number itself included."""
    return sum(divisor for divisor in range(1, number + 1) if number % divisor == 0)
