"""Whether the binary digits of a number read the same backwards."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="binary palindrome bits mirror check",
    examples=[Example((9,), True), Example((6,), False), Example((0,), True)],
    holds=lambda number, ret: not ret or number == 0 or number % 2 == 1,
)
def is_binary_palindrome(number: Nat) -> bool:
    """Whether the binary digits of a number read the same backwards."""
    return f"{number:b}" == f"{number:b}"[::-1]
