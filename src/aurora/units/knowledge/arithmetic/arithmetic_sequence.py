"""The first terms of a sequence in which each term is the one before plus a difference."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="arithmetic progression evenly spaced numbers linear",
    examples=[Example((3, 2, 4), [3, 5, 7, 9]), Example((5, 0, 2), [5, 5]), Example((1, 1, 0), [])],
    holds=lambda start, _difference, length, ret: len(ret) == max(length, 0) and (not ret or ret[0] == start),
)
def arithmetic_sequence(start: int, difference: int, length: Nat) -> list[int]:
    """The first terms of a sequence in which each term is the one before plus a difference."""
    return [start + difference * place for place in range(length)]
