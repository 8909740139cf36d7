"""An amount rounded to cents, half a cent away from zero."""

import decimal

from aurora.contracts.component import Example, component


@component(
    words="money currency cents round price two decimals",
    examples=[Example((2.345,), 2.35), Example((-0.005,), -0.01), Example((7.0,), 7.0)],
    holds=lambda amount, ret: abs(ret - amount) <= 0.0050001,
)
def quantize_money(amount: float) -> float:
    """An amount rounded to cents, half a cent away from zero."""
    return float(
        decimal.Decimal(str(amount)).quantize(decimal.Decimal("0.01"), decimal.ROUND_HALF_UP, decimal.Context(prec=999))
    )
