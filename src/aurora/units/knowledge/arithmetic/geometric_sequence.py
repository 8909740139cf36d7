"""The first terms of a sequence in which each term is the one before times a ratio."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="geometric progression powers doubling multiply repeatedly",
    examples=[Example((3, 2, 4), [3, 6, 12, 24]), Example((5, 0, 2), [5, 0]), Example((1, 3, 0), [])],
    holds=lambda start, _ratio, length, ret: len(ret) == max(length, 0) and (not ret or ret[0] == start),
)
def geometric_sequence(start: int, ratio: int, length: Nat) -> list[int]:
    """The first terms of a sequence in which each term is the one before times a ratio."""
    return [start * ratio**place for place in range(length)]
