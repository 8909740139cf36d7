"""Number of one bits of a number that is not negative."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="popcount count set bits ones hamming weight binary number of 1s",
    examples=[Example((13,), 3), Example((0,), 0), Example((255,), 8)],
    holds=lambda number, ret: ret == bin(number).count("1"),
)
def popcount(number: Nat) -> int:
    """Number of one bits of a number that is not negative."""
    return number.bit_count()
