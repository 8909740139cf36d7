"""How many digits stand after the point when a number is written as briefly as possible."""

import decimal
import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="number of decimals count digits after point precision",
    examples=[Example((3.14,), 2), Example((5.0,), 0), Example((0.001,), 3)],
    holds=lambda number, ret: ret >= 0 and (ret == 0) == (number == math.trunc(number)),
)
def decimal_places(number: float) -> Nat:
    """How many digits stand after the point when a number is written as briefly as possible."""
    exponent = decimal.Decimal(str(number)).normalize().as_tuple().exponent
    return max(-int(exponent), 0)
