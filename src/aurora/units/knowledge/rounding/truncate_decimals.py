"""A number with the decimals after the first so many cut off."""

import decimal

from aurora.contracts.component import Example, component


@component(
    words="truncate cut drop decimals toward zero without rounding",
    examples=[Example((2.789, 2), 2.78), Example((-2.789, 1), -2.7), Example((5.0, 3), 5.0)],
    holds=lambda number, decimals, ret: (
        -1e-12 * abs(number) <= abs(number) - abs(ret) <= 1.000001 * 10.0**-decimals + 1e-12 * abs(number)
    ),
)
def truncate_decimals(number: float, decimals: int) -> float:
    """A number with the decimals after the first so many cut off."""
    step = decimal.Decimal(1).scaleb(-decimals)
    return float(decimal.Decimal(str(number)).quantize(step, decimal.ROUND_DOWN, decimal.Context(prec=999)))
