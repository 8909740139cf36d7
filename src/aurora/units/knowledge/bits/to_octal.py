"""The octal digits of a number."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="octal text digits decimal to octal oct",
    examples=[Example((8,), "10"), Example((0,), "0"), Example((63,), "77")],
    holds=lambda number, ret: int(ret, 8) == number,
)
def to_octal(number: Nat) -> str:
    """The octal digits of a number."""
    return f"{number:o}"
