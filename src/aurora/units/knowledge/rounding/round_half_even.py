"""A number rounded to so many decimals, a half to the even neighbour, exactly as it is written."""

import decimal
import math

from aurora.contracts.component import Example, component


@component(
    words="bankers rounding half even unbiased decimals statistics",
    examples=[Example((2.5, 0), 2.0), Example((2.675, 2), 2.68), Example((-3.5, 0), -4.0)],
    holds=lambda number, decimals, ret: math.isclose(ret, number, rel_tol=1e-12, abs_tol=0.500001 * 10.0**-decimals),
)
def round_half_even(number: float, decimals: int) -> float:
    """A number rounded to so many decimals, a half to the even neighbour, exactly as it is written."""
    step = decimal.Decimal(1).scaleb(-decimals)
    return float(decimal.Decimal(str(number)).quantize(step, decimal.ROUND_HALF_EVEN, decimal.Context(prec=999)))
