"""The sum of the first terms of a sequence in which each term is the one before times a ratio."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="sum of geometric progression series powers",
    examples=[Example((1, 2, 5), 31), Example((3, 1, 4), 12), Example((7, 3, 0), 0)],
    holds=lambda start, ratio, length, ret: length < 0 or ret * (ratio - 1) == start * (ratio**length - 1),
)
def geometric_sum(start: int, ratio: int, length: Nat) -> int:
    """The sum of the first terms of a sequence in which each term is the one before times a ratio."""
    return sum(start * ratio**place for place in range(length))
