"""Whether two numbers differ in exactly one bit."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="differ one bit position gray code adjacent check single",
    examples=[Example((15, 7), True), Example((5, 5), False), Example((1, 2), False)],
    holds=lambda first, second, ret: not ret or abs(first - second).bit_count() == 1,
)
def differ_in_one_bit(first: Nat, second: Nat) -> bool:
    """Whether two numbers differ in exactly one bit."""
    return (first ^ second).bit_count() == 1
