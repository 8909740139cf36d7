"""A fraction as whole number, numerator and denominator, in lowest terms."""

import fractions
import math

from aurora.contracts.component import Example, component


@component(
    words="mixed number improper fraction whole part and rest",
    examples=[Example((7, 2), (3, 1, 2)), Example((-7, 2), (-3, -1, 2)), Example((6, 3), (2, 0, 1))],
    holds=lambda numerator, denominator, ret: (
        (ret[0] * ret[2] + ret[1]) * denominator == numerator * ret[2] and abs(ret[1]) < ret[2]
    ),
)
def mixed_number(numerator: int, denominator: int) -> tuple[int, int, int]:
    """A fraction as whole number, numerator and denominator, in lowest terms.

    The whole number and the numerator have the sign of the fraction.
    Raises ZeroDivisionError for a denominator 0.
    """
    fraction = fractions.Fraction(numerator, denominator)
    whole = math.trunc(fraction)
    return whole, (fraction - whole).numerator, fraction.denominator
