"""Number of bits in which two numbers differ."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="hamming distance between numbers different bits flip convert count",
    examples=[Example((1, 4), 2), Example((9, 9), 0), Example((0, 255), 8)],
    holds=lambda first, second, ret: (
        (ret == 0) == (first == second) and (ret - first.bit_count() - second.bit_count()) % 2 == 0
    ),
)
def hamming_bits(first: Nat, second: Nat) -> int:
    """Number of bits in which two numbers differ."""
    return (first ^ second).bit_count()
