"""The geometric mean of two numbers that are not negative; raises ValueError otherwise."""

import math

from aurora.contracts.component import Example, component


@component(
    words="geometric mean square root of product",
    examples=[Example((2.0, 8.0), 4.0), Example((5.0, 5.0), 5.0), Example((0.0, 3.0), 0.0)],
    holds=lambda a, b, ret: math.isclose(ret * ret, a * b, abs_tol=1e-6),
)
def geometric_mean_of_two(a: float, b: float) -> float:
    """The geometric mean of two numbers that are not negative; raises ValueError otherwise."""
    if a < 0 or b < 0:
        raise ValueError("neither number may be negative")
    return math.sqrt(a * b)
