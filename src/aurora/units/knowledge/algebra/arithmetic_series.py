"""The sum of the first terms of an arithmetic progression."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="arithmetic progression series sum terms first difference",
    examples=[Example((1, 2, 5), 25), Example((3, 0, 4), 12), Example((7, 9, 0), 0)],
    holds=lambda first, _step, terms, ret: terms != 1 or ret == first,
)
def arithmetic_series(first: int, step: int, terms: Nat) -> int:
    """The sum of the first terms of an arithmetic progression."""
    return terms * (2 * first + (terms - 1) * step) // 2
