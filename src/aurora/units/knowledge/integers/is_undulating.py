"""Whether the digits of a number alternate between two different ones, as in 1212."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="undulating digits alternating two",
    examples=[Example((1212121,), True), Example((1991,), False), Example((11,), False)],
    holds=lambda number, ret: not ret or number > 99,
)
def is_undulating(number: Nat) -> bool:
    """Whether the digits of a number alternate between two different ones, as in 1212."""
    digits = str(number)
    return len(digits) > 2 and digits[0] != digits[1] and all(a == b for a, b in zip(digits, digits[2:], strict=False))
