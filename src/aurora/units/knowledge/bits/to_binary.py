"""The binary digits of a number that is not negative."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="binary text digits decimal to binary bin",
    examples=[Example((5,), "101"), Example((0,), "0"), Example((8,), "1000")],
    holds=lambda number, ret: int(ret, 2) == number,
)
def to_binary(number: Nat) -> str:
    """The binary digits of a number that is not negative."""
    return f"{number:b}"
