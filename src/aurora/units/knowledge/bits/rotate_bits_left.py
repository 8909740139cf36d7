"""A number of `width` bits turned to the left: bits that leave at the top come back at the bottom."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="rotate bits left circular shift width",
    examples=[Example((16, 2, 32), 64), Example((9, 1, 4), 3), Example((5, 3, 3), 5)],
    holds=lambda number, _shift, width, ret: ret.bit_count() == number.bit_count() and ret < 1 << width,
)
def rotate_bits_left(number: Nat, shift: Nat, width: Positive) -> int:
    """A number of `width` bits turned to the left: bits that leave at the top come back at the bottom."""
    if width < 1 or number < 0 or number >> width:
        raise ValueError("the number does not fit the width")
    shift %= width
    return (number << shift | number >> width - shift) & (1 << width) - 1
