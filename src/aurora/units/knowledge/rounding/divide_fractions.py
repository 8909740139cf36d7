"""The quotient of two fractions (numerator, denominator), in lowest terms; ZeroDivisionError for a divisor 0."""

import fractions

from aurora.contracts.component import Example, component


@component(
    words="divide fractions quotient reciprocal",
    examples=[Example(((1, 2), (3, 4)), (2, 3)), Example(((0, 5), (1, 4)), (0, 1))],
    holds=lambda one, other, ret: ret[0] * one[1] * other[0] == ret[1] * one[0] * other[1],
)
def divide_fractions(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The quotient of two fractions (numerator, denominator), in lowest terms; ZeroDivisionError for a divisor 0."""
    return (fractions.Fraction(*one) / fractions.Fraction(*other)).as_integer_ratio()
