"""The fraction in lowest terms with the given continued fraction; raises ValueError for no terms."""

import fractions
import math

from aurora.contracts.component import Example, NonEmpty, component


@component(
    words="evaluate continued fraction convergent",
    examples=[Example(([4, 2, 6, 7],), (415, 93)), Example(([3],), (3, 1)), Example(([0, 2],), (1, 2))],
    holds=lambda terms, ret: math.gcd(*ret) == 1 and (len(terms) > 1 or ret[0] == terms[0]),
)
def from_continued_fraction(terms: NonEmpty[int]) -> tuple[int, int]:
    """The fraction in lowest terms with the given continued fraction; raises ValueError for no terms.

    Raises ZeroDivisionError when a part of it has no value.
    """
    if not terms:
        raise ValueError("a continued fraction has at least one term")
    value = fractions.Fraction(terms[-1])
    for term in reversed(terms[:-1]):
        value = term + 1 / value
    return value.as_integer_ratio()
