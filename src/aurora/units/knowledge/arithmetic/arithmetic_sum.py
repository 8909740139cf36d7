"""The sum of the first terms of a sequence in which each term is the one before plus a difference."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="sum of arithmetic progression series gauss",
    examples=[Example((1, 1, 100), 5050), Example((3, 2, 4), 24), Example((7, 3, 0), 0)],
    holds=lambda start, difference, length, ret: ret == sum(start + difference * place for place in range(length)),
)
def arithmetic_sum(start: int, difference: int, length: Nat) -> int:
    """The sum of the first terms of a sequence in which each term is the one before plus a difference.

    Raises ValueError for a negative length.
    """
    if length < 0:
        raise ValueError("the length must not be negative")
    return length * (2 * start + (length - 1) * difference) // 2
