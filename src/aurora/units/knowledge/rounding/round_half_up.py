"""A number rounded to so many decimals, a half away from zero, as taught at school."""

import decimal
import math

from aurora.contracts.component import Example, component


@component(
    words="round half up school commercial decimals nearest",
    examples=[Example((2.5, 0), 3.0), Example((1.005, 2), 1.01), Example((-2.5, 0), -3.0)],
    holds=lambda number, decimals, ret: math.isclose(ret, number, rel_tol=1e-12, abs_tol=0.500001 * 10.0**-decimals),
)
def round_half_up(number: float, decimals: int) -> float:
    """A number rounded to so many decimals, a half away from zero, as taught at school."""
    step = decimal.Decimal(1).scaleb(-decimals)
    return float(decimal.Decimal(str(number)).quantize(step, decimal.ROUND_HALF_UP, decimal.Context(prec=999)))
