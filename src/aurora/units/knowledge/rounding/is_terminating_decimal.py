"""Whether a fraction has a decimal expansion that ends; raises ZeroDivisionError for a denominator 0."""

import fractions

from aurora.contracts.component import Example, component


@component(
    words="finite decimal expansion terminates only factors two and five",
    examples=[Example((1, 8), True), Example((1, 3), False), Example((6, 3), True)],
    holds=lambda numerator, denominator, ret: ret == (numerator * 10 ** abs(denominator) % denominator == 0),
)
def is_terminating_decimal(numerator: int, denominator: int) -> bool:
    """Whether a fraction has a decimal expansion that ends; raises ZeroDivisionError for a denominator 0."""
    rest = fractions.Fraction(numerator, denominator).denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1
