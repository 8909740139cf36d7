"""Whether an integer is divisible by 2."""

from aurora.contracts.component import Example, component


@component(
    words="even parity divisible by two",
    examples=[Example((4,), True), Example((-3,), False), Example((0,), True)],
    holds=lambda number, ret: ret == (str(number)[-1] in "02468"),
)
def is_even(number: int) -> bool:
    """Whether an integer is divisible by 2."""
    return number % 2 == 0
