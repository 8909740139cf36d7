"""The quotient of two integers rounded to the nearest integer, a half upwards."""

from aurora.contracts.component import Example, component


@component(
    words="integer division rounded nearest",
    examples=[Example((7, 2), 4), Example((10, 4), 3), Example((-7, 2), -3)],
    holds=lambda a, b, ret: 2 * abs(ret * b - a) <= abs(b),
)
def divide_rounded(a: int, b: int) -> int:
    """The quotient of two integers rounded to the nearest integer, a half upwards.

    Raises ZeroDivisionError for a divisor 0.
    """
    return (2 * a + b) // (2 * b)
