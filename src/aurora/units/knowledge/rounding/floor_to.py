"""A number rounded down to so many decimals."""

import decimal

from aurora.contracts.component import Example, component


@component(
    words="floor decimals round down toward minus infinity",
    examples=[Example((2.789, 2), 2.78), Example((-2.1, 0), -3.0), Example((5.0, 1), 5.0)],
    holds=lambda number, decimals, ret: (
        -1e-12 * abs(number) <= number - ret <= 1.000001 * 10.0**-decimals + 1e-12 * abs(number)
    ),
)
def floor_to(number: float, decimals: int) -> float:
    """A number rounded down to so many decimals."""
    step = decimal.Decimal(1).scaleb(-decimals)
    return float(decimal.Decimal(str(number)).quantize(step, decimal.ROUND_FLOOR, decimal.Context(prec=999)))
