"""The discriminant of a x^2 + b x + c: positive for two real roots, 0 for one."""

from aurora.contracts.component import Example, N, component


@component(
    words="discriminant quadratic equation b squared minus 4ac",
    examples=[Example((1, -3, 2), 1), Example((1, 2, 1), 0), Example((1, 0, 1), -4)],
    holds=lambda a, _b, c, ret: a * c > 0 or ret >= 0,
)
def discriminant(a: N, b: N, c: N) -> N:
    """The discriminant of a x^2 + b x + c: positive for two real roots, 0 for one."""
    return b * b - 4 * a * c
