"""Whether a number is the difference of two squares."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="represented difference of two squares",
    examples=[Example((5,), True), Example((10,), False), Example((0,), True)],
    holds=lambda number, ret: ret == (number % 4 != 2),
)
def is_difference_of_squares(number: Nat) -> bool:
    """Whether a number is the difference of two squares."""
    return number % 4 != 2
