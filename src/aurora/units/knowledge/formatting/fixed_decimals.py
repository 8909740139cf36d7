"""A number as text with so many decimals; raises ValueError for a negative number of them."""

import math

from aurora.contracts.component import Example, Nat, component


@component(
    words="format float two decimal places money price fixed point",
    examples=[Example((3.14159, 2), "3.14"), Example((2, 1), "2.0"), Example((-0.5, 0), "-0")],
    holds=lambda number, decimals, ret: math.isclose(float(ret), number, abs_tol=10**-decimals, rel_tol=1e-9),
)
def fixed_decimals(number: float, decimals: Nat) -> str:
    """A number as text with so many decimals; raises ValueError for a negative number of them."""
    return f"{number:.{decimals}f}"
