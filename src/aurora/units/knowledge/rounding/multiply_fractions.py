"""The product of two fractions (numerator, denominator), in lowest terms; ZeroDivisionError for a denominator 0."""

import fractions

from aurora.contracts.component import Example, component


@component(
    words="multiply fractions times",
    examples=[Example(((2, 3), (3, 4)), (1, 2)), Example(((0, 5), (1, 4)), (0, 1))],
    holds=lambda one, other, ret: ret[0] * one[1] * other[1] == ret[1] * one[0] * other[0],
)
def multiply_fractions(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The product of two fractions (numerator, denominator), in lowest terms; ZeroDivisionError for a denominator 0."""
    return (fractions.Fraction(*one) * fractions.Fraction(*other)).as_integer_ratio()
