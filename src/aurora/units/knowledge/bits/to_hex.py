"""The hexadecimal digits of a number, small letters."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="hexadecimal hex text digits decimal to hex",
    examples=[Example((255,), "ff"), Example((0,), "0"), Example((16,), "10")],
    holds=lambda number, ret: int(ret, 16) == number,
)
def to_hex(number: Nat) -> str:
    """The hexadecimal digits of a number, small letters."""
    return f"{number:x}"
