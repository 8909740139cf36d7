"""The continued fraction of a fraction: its whole part, then the whole parts of the reciprocals of what is left.

Euclid's algorithm.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="continued fraction expansion quotients euclid",
    examples=[Example((415, 93), [4, 2, 6, 7]), Example((3, 1), [3]), Example((1, 2), [0, 2])],
    holds=lambda numerator, denominator, ret: ret[0] == numerator // denominator,
)
def continued_fraction(numerator: int, denominator: Positive) -> list[int]:
    """The continued fraction of a fraction: its whole part, then the whole parts of the reciprocals of what is left."""
    if denominator < 1:
        raise ValueError("the denominator must be positive")
    parts = []
    while denominator:
        parts.append(numerator // denominator)
        numerator, denominator = denominator, numerator % denominator
    return parts
