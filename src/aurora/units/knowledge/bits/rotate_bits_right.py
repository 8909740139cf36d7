"""A number of `width` bits turned to the right: bits that leave at the bottom come back at the top."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="rotate bits right circular shift width",
    examples=[Example((16, 2, 32), 4), Example((9, 1, 4), 12), Example((5, 3, 3), 5)],
    holds=lambda number, _shift, width, ret: ret.bit_count() == number.bit_count() and ret < 1 << width,
)
def rotate_bits_right(number: Nat, shift: Nat, width: Positive) -> int:
    """A number of `width` bits turned to the right: bits that leave at the bottom come back at the top."""
    if width < 1 or number < 0 or number >> width:
        raise ValueError("the number does not fit the width")
    shift %= width
    return (number >> shift | number << width - shift) & (1 << width) - 1
