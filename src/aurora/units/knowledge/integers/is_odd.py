"""Whether an integer leaves 1 when divided by 2."""

from aurora.contracts.component import Example, component


@component(
    words="odd parity uneven not divisible by two",
    examples=[Example((3,), True), Example((-4,), False), Example((0,), False)],
    holds=lambda number, ret: ret == (str(number)[-1] in "13579"),
)
def is_odd(number: int) -> bool:
    """Whether an integer leaves 1 when divided by 2."""
    return number % 2 == 1
