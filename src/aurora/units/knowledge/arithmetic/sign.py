"""1 for a positive number, -1 for a negative one and 0 for zero."""

from aurora.contracts.component import Example, component


@component(
    words="signum positive negative zero direction",
    examples=[Example((5,), 1), Example((-2.5,), -1), Example((0,), 0)],
    holds=lambda number, ret: ret * number == abs(number) and ret in (-1, 0, 1),
)
def sign(number: float) -> int:
    """1 for a positive number, -1 for a negative one and 0 for zero."""
    return (number > 0) - (number < 0)
