"""The sum of the first terms of a geometric progression of integers."""

import functools

from aurora.contracts.component import Example, Nat, component


@component(
    words="geometric progression series sum terms first ratio",
    examples=[Example((1, 2, 5), 31), Example((3, 1, 4), 12), Example((7, 9, 0), 0)],
    holds=lambda first, _ratio, terms, ret: terms != 1 or ret == first,
)
def geometric_series(first: int, ratio: int, terms: Nat) -> int:
    """The sum of the first terms of a geometric progression of integers."""
    return functools.reduce(lambda total, _: total * ratio + first, range(terms), 0)
