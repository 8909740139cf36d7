"""The number with the bits at two places exchanged."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="swap exchange two bits positions",
    examples=[Example((28, 0, 3), 21), Example((5, 0, 2), 5), Example((1, 0, 1), 2)],
    holds=lambda number, _first, _second, ret: ret.bit_count() == number.bit_count(),
)
def swap_bits(number: Nat, first: Nat, second: Nat) -> int:
    """The number with the bits at two places exchanged."""
    different = (number >> first ^ number >> second) & 1
    return number ^ (different << first | different << second) if first != second else number
