"""First digit of a number."""

from aurora.contracts.component import Example, component


@component(
    words="first leading most significant digit",
    examples=[Example((123,), 1), Example((-45,), 4), Example((0,), 0)],
    holds=lambda number, ret: str(abs(number)).startswith(str(ret)),
)
def first_digit(number: int) -> int:
    """First digit of a number."""
    return int(str(abs(number))[0])
