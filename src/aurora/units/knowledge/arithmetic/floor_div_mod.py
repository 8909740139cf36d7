"""The quotient, rounded down, and the remainder of two integers; raises ZeroDivisionError for a divisor 0."""

from aurora.contracts.component import Example, component


@component(
    words="divmod quotient and remainder integer division modulo",
    examples=[Example((17, 5), (3, 2)), Example((-7, 2), (-4, 1)), Example((4, 2), (2, 0))],
    holds=lambda a, b, ret: ret[0] * b + ret[1] == a and abs(ret[1]) < abs(b),
)
def floor_div_mod(a: int, b: int) -> tuple[int, int]:
    """The quotient, rounded down, and the remainder of two integers; raises ZeroDivisionError for a divisor 0."""
    return divmod(a, b)
