"""The real roots of a x^2 + b x + c, ascending: two, one or none."""

import math

from aurora.contracts.component import Example, component


@component(
    words="quadratic equation roots solve real discriminant",
    examples=[Example((1, -3, 2), [1.0, 2.0]), Example((1, 2, 1), [-1.0]), Example((1, 0, 1), [])],
    holds=lambda a, b, c, ret: len(ret) == ((b * b > 4 * a * c) + (b * b >= 4 * a * c)) and ret == sorted(ret),
)
def quadratic_roots(a: float, b: float, c: float) -> list[float]:
    """The real roots of a x^2 + b x + c, ascending; raises `ValueError` when a is 0."""
    if a == 0:
        raise ValueError("the equation is not quadratic")
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    root = math.sqrt(discriminant)
    return sorted({(-b - root) / (2 * a), (-b + root) / (2 * a)})
