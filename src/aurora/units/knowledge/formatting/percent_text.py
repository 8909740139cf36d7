"""A fraction as text in percent with so many decimals; raises ValueError for a negative number of them."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="format ratio as percentage string",
    examples=[Example((0.256, 1), "25.6%"), Example((1.0, 0), "100%")],
    holds=lambda fraction, decimals, ret: (
        ret.endswith("%") and math.isclose(float(ret[:-1]), 100 * fraction, abs_tol=10**-decimals, rel_tol=1e-9)
    ),
)
def percent_text(fraction: float, decimals: Nat) -> str:
    """A fraction as text in percent with so many decimals; raises ValueError for a negative number of them."""
    return f"{fraction:.{decimals}%}"
