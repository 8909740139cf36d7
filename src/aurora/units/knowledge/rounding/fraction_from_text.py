"""The numerator and the denominator, in lowest terms, of a fraction written like 3/4, 2 or 0.5."""

import fractions
import math

from aurora.contracts.component import Example, component


@component(
    words="parse fraction slash string rational",
    examples=[Example(("6/8",), (3, 4)), Example(("2",), (2, 1)), Example(("0.5",), (1, 2))],
    holds=lambda _text, ret: math.gcd(*ret) == 1 and ret[1] > 0,
)
def fraction_from_text(text: str) -> tuple[int, int]:
    """The numerator and the denominator, in lowest terms, of a fraction written like 3/4, 2 or 0.5.

    Raises ValueError for another text.
    """
    return fractions.Fraction(text).as_integer_ratio()
