"""The quotient of two integers, rounded up; raises ZeroDivisionError for a divisor 0."""

from aurora.contracts.component import Example, component


@component(
    words="ceiling division round up how many boxes pages needed",
    examples=[Example((7, 2), 4), Example((6, 2), 3), Example((-7, 2), -3)],
    holds=lambda a, b, ret: 0 <= (ret * b - a) * (1 if b > 0 else -1) < abs(b),
)
def ceil_divide(a: int, b: int) -> int:
    """The quotient of two integers, rounded up; raises ZeroDivisionError for a divisor 0."""
    return -(-a // b)
