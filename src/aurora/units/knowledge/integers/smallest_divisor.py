"""Smallest divisor of a number above 1, which is prime; 1 for 1."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="smallest least divisor prime factor",
    examples=[Example((25,), 5), Example((10,), 2), Example((1,), 1)],
    holds=lambda number, ret: number % ret == 0,
)
def smallest_divisor(number: Positive) -> int:
    """Smallest divisor of a number above 1, which is prime; 1 for 1."""
    return next((divisor for divisor in range(2, number + 1) if number % divisor == 0), 1)
