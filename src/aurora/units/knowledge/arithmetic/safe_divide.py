"""The quotient of two numbers, or a default when the divisor is 0."""

import math

from aurora.contracts.component import Example, component


@component(
    words="division by zero fallback default safe div ratio",
    examples=[Example((7, 2, 0.0), 3.5), Example((7, 0, -1.0), -1.0), Example((0, 5, 1.0), 0.0)],
    holds=lambda a, b, default, ret: ret == default if b == 0 else math.isclose(ret * b, a, abs_tol=1e-6),
)
def safe_divide(a: float, b: float, default: float) -> float:
    """The quotient of two numbers, or a default when the divisor is 0."""
    return a / b if b else default
