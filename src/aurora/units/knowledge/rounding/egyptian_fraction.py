"""The denominators of different unit fractions that add up to a fraction between 0 and 1, by the greedy method."""

import fractions

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="egyptian fraction unit fractions greedy sum of reciprocals",
    examples=[Example((3, 4), [2, 4]), Example((1, 3), [3]), Example((0, 5), [])],
    holds=lambda numerator, denominator, ret: (
        sum(fractions.Fraction(1, part) for part in ret) == fractions.Fraction(numerator, denominator)
    ),
    cost=2.0,
)
def egyptian_fraction(numerator: Nat, denominator: Positive) -> list[int]:
    """The denominators of different unit fractions that add up to a fraction between 0 and 1, by the greedy method.

    Raises ValueError for another fraction.
    """
    if denominator < 1 or not 0 <= numerator < denominator:
        raise ValueError("the fraction must be at least 0 and below 1")
    parts = []
    while numerator:
        part = -(-denominator // numerator)
        parts.append(part)
        numerator, denominator = numerator * part - denominator, denominator * part
    return parts
