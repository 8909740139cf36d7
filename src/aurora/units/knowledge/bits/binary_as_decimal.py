"""The number that the decimal digits of a number mean when they are read as binary digits."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="binary number int digits to decimal convert",
    examples=[Example((101,), 5), Example((0,), 0), Example((1000,), 8)],
    holds=lambda number, ret: f"{ret:b}" == str(number),
)
def binary_as_decimal(number: Nat) -> int:
    """The number that the decimal digits of a number mean when they are read as binary digits."""
    return int(str(number), 2)
