"""The places of the one bits of a number, ascending; 0 is the lowest."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="positions indices of set bits ones list",
    examples=[Example((10,), [1, 3]), Example((0,), []), Example((1,), [0])],
    holds=lambda number, ret: sum(1 << place for place in ret) == number,
)
def set_bit_places(number: Nat) -> list[int]:
    """The places of the one bits of a number, ascending; 0 is the lowest."""
    return [place for place in range(number.bit_length()) if number >> place & 1]
