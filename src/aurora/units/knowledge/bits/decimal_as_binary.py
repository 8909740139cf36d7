"""The number whose decimal digits look like the binary digits of a number."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="decimal to binary as number int digits convert",
    examples=[Example((5,), 101), Example((0,), 0), Example((8,), 1000)],
    holds=lambda number, ret: int(str(ret), 2) == number,
)
def decimal_as_binary(number: Nat) -> int:
    """The number whose decimal digits look like the binary digits of a number."""
    return int(f"{number:b}")
