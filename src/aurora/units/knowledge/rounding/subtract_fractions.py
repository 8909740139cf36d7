"""The difference of two fractions (numerator, denominator), in lowest terms."""

import fractions

from aurora.contracts.component import Example, component


@component(
    words="subtract fractions minus common denominator",
    examples=[Example(((1, 2), (1, 3)), (1, 6)), Example(((1, 2), (1, 2)), (0, 1)), Example(((0, 5), (1, 4)), (-1, 4))],
    holds=lambda one, other, ret: ret[0] * one[1] * other[1] == ret[1] * (one[0] * other[1] - other[0] * one[1]),
)
def subtract_fractions(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The difference of two fractions (numerator, denominator), in lowest terms.

    Raises ZeroDivisionError for a denominator 0.
    """
    return (fractions.Fraction(*one) - fractions.Fraction(*other)).as_integer_ratio()
