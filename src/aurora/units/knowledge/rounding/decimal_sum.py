"""The sum of numbers as they are written, without errors of binary arithmetic."""

import decimal
import math

from aurora.contracts.component import Example, component


@component(
    words="exact sum decimals floating point error money total",
    examples=[Example(([0.1, 0.2],), 0.3), Example(([1.0],), 1.0), Example(([],), 0.0)],
    holds=lambda numbers, ret: math.isclose(ret, math.fsum(numbers), abs_tol=1e-9),
)
def decimal_sum(numbers: list[float]) -> float:
    """The sum of numbers as they are written, without errors of binary arithmetic."""
    return float(sum(decimal.Decimal(str(number)) for number in numbers))
