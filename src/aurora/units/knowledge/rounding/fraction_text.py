"""A fraction as text in lowest terms, a whole one without denominator; ZeroDivisionError for a denominator 0."""

import fractions

from aurora.contracts.component import Example, component


@component(
    words="write fraction slash string reduced",
    examples=[Example((6, 8), "3/4"), Example((4, 2), "2"), Example((1, -2), "-1/2")],
    holds=lambda numerator, denominator, ret: (
        int(ret.split("/")[0]) * denominator == numerator * int(ret.partition("/")[2] or "1")
    ),
)
def fraction_text(numerator: int, denominator: int) -> str:
    """A fraction as text in lowest terms, a whole one without denominator; ZeroDivisionError for a denominator 0."""
    return str(fractions.Fraction(numerator, denominator))
