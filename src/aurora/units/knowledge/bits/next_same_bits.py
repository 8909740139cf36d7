"""The next larger number with as many one bits.

Gosper's hack, HAKMEM 1972, item 175.
"""

from aurora.contracts.component import Example, Positive, component


@component(
    words="next higher number same number of set bits gosper",
    examples=[Example((6,), 9), Example((1,), 2), Example((5,), 6)],
    holds=lambda number, ret: ret > number and ret.bit_count() == number.bit_count(),
)
def next_same_bits(number: Positive) -> int:
    """The next larger number with as many one bits."""
    if number < 1:
        raise ValueError("the number must be positive")
    lowest = number & -number
    carried = number + lowest
    return carried | (number ^ carried) // lowest >> 2
