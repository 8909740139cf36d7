"""The quotient of two integers, rounded towards 0; raises ZeroDivisionError for a divisor 0."""

from aurora.contracts.component import Example, component


@component(
    words="integer division truncate toward zero like c",
    examples=[Example((7, 2), 3), Example((-7, 2), -3), Example((6, -3), -2)],
    holds=lambda a, b, ret: abs(ret) == abs(a) // abs(b) and ret * a * b >= 0,
)
def truncated_divide(a: int, b: int) -> int:
    """The quotient of two integers, rounded towards 0; raises ZeroDivisionError for a divisor 0."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
