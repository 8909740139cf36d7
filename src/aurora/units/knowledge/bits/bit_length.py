"""Number of binary digits that a number needs; 0 for 0."""

from aurora.contracts.component import Example, component


@component(
    words="bit length number of bits needed binary digits count total",
    examples=[Example((8,), 4), Example((0,), 0), Example((7,), 3)],
    holds=lambda number, ret: abs(number) < 1 << ret,
)
def bit_length(number: int) -> int:
    """Number of binary digits that a number needs; 0 for 0."""
    return number.bit_length()
