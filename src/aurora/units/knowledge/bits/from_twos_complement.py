"""The signed number that bits of a width mean."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="two's complement signed decode negative width bits",
    examples=[Example((255, 8), -1), Example((5, 8), 5), Example((128, 8), -128)],
    holds=lambda bits, width, ret: -(1 << width - 1) <= ret < 1 << width - 1 and (ret - bits) % (1 << width) == 0,
)
def from_twos_complement(bits: Nat, width: Positive) -> int:
    """The signed number that bits of a width mean."""
    if not 0 <= bits < 1 << width:
        raise ValueError("the bits do not fit the width")
    return bits - (bits >> width - 1 << width)
