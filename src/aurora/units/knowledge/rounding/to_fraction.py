"""A number, as it is written, as numerator and denominator in lowest terms."""

import fractions
import math

from aurora.contracts.component import Example, component


@component(
    words="decimal to fraction numerator denominator rational",
    examples=[Example((0.75,), (3, 4)), Example((-1.2,), (-6, 5)), Example((2.0,), (2, 1))],
    holds=lambda number, ret: math.isclose(ret[0] / ret[1], number) and math.gcd(*ret) == 1,
)
def to_fraction(number: float) -> tuple[int, int]:
    """A number, as it is written, as numerator and denominator in lowest terms."""
    return fractions.Fraction(str(number)).as_integer_ratio()
