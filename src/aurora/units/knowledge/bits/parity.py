"""Whether a number has an odd (1) or an even (0) number of one bits."""

from aurora.contracts.component import Bit, Example, Nat, component


@component(
    words="parity odd even number of one set bits",
    examples=[Example((7,), 1), Example((0,), 0), Example((5,), 0)],
    holds=lambda number, ret: ret == sum(map(int, f"{number:b}")) % 2,
)
def parity(number: Nat) -> Bit:
    """Whether a number has an odd (1) or an even (0) number of one bits."""
    return number.bit_count() & 1
