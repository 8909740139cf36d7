"""Whether the square of a number ends in the number."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="automorphic square ends with same digits",
    examples=[Example((25,), True), Example((7,), False), Example((0,), True)],
    holds=lambda number, ret: not ret or number % 10 in (0, 1, 5, 6),
)
def is_automorphic(number: Nat) -> bool:
    """Whether the square of a number ends in the number."""
    return str(number * number).endswith(str(number))
