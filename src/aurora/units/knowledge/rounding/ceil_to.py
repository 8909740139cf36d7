"""A number rounded up to so many decimals."""

import decimal

from aurora.contracts.component import Example, component


@component(
    words="ceiling decimals round up toward plus infinity",
    examples=[Example((2.781, 2), 2.79), Example((-2.9, 0), -2.0), Example((5.0, 1), 5.0)],
    holds=lambda number, decimals, ret: (
        -1e-12 * abs(number) <= ret - number <= 1.000001 * 10.0**-decimals + 1e-12 * abs(number)
    ),
)
def ceil_to(number: float, decimals: int) -> float:
    """A number rounded up to so many decimals."""
    step = decimal.Decimal(1).scaleb(-decimals)
    return float(decimal.Decimal(str(number)).quantize(step, decimal.ROUND_CEILING, decimal.Context(prec=999)))
