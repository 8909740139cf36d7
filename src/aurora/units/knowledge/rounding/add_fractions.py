"""The sum of two fractions (numerator, denominator), in lowest terms; ZeroDivisionError for a denominator 0."""

import fractions

from aurora.contracts.component import Example, component


@component(
    words="add fractions sum common denominator",
    examples=[Example(((1, 2), (1, 3)), (5, 6)), Example(((1, 2), (1, 2)), (1, 1)), Example(((0, 5), (1, 4)), (1, 4))],
    holds=lambda one, other, ret: ret[0] * one[1] * other[1] == ret[1] * (one[0] * other[1] + other[0] * one[1]),
)
def add_fractions(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The sum of two fractions (numerator, denominator), in lowest terms; ZeroDivisionError for a denominator 0."""
    return (fractions.Fraction(*one) + fractions.Fraction(*other)).as_integer_ratio()
