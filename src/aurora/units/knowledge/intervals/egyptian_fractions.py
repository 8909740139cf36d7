"""The denominators of different unit fractions that add up to a fraction between 0 and 1.

Fibonacci 1202: the largest that fits first.
"""

import itertools

from aurora.contracts.component import Example, Positive, component


@component(
    words="egyptian fraction unit fractions sum greedy",
    examples=[Example((4, 13), [4, 18, 468]), Example((1, 2), [2]), Example((2, 3), [2, 6])],
    holds=lambda numerator, denominator, ret: (
        all(b > a for a, b in itertools.pairwise(ret)) and ret[0] * numerator >= denominator
    ),
)
def egyptian_fractions(numerator: Positive, denominator: Positive) -> list[int]:
    """The denominators of different unit fractions that add up to a fraction between 0 and 1."""
    if not 0 < numerator < denominator:
        raise ValueError("the fraction must be between 0 and 1")
    parts = []
    while numerator:
        part = -(-denominator // numerator)
        parts.append(part)
        numerator, denominator = numerator * part - denominator, denominator * part
    return parts
