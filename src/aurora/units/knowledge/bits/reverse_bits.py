"""The number whose `width` lowest bits are those of a number in reverse order."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="reverse bits mirror order width 32 8 binary",
    examples=[Example((6, 4), 6), Example((1, 8), 128), Example((0, 3), 0)],
    holds=lambda number, _width, ret: ret.bit_count() == number.bit_count(),
)
def reverse_bits(number: Nat, width: Nat) -> int:
    """The number whose `width` lowest bits are those of a number in reverse order."""
    if number < 0 or number >> width:
        raise ValueError("the number does not fit the width")
    return int(f"{number:0{width}b}"[::-1], 2) if width else 0
