"""A number rounded to so many significant digits; raises ValueError below 1."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="significant figures sig figs round leading digits precision",
    examples=[Example((1234.5, 2), 1200.0), Example((0.012345, 3), 0.0123), Example((0.0, 4), 0.0)],
    holds=lambda number, digits, ret: math.isclose(ret, number, rel_tol=0.5000001 * 10.0 ** (1 - digits)),
)
def significant_digits(number: float, digits: Positive) -> float:
    """A number rounded to so many significant digits; raises ValueError below 1."""
    if digits < 1:
        raise ValueError("there must be at least 1 significant digit")
    return float(f"{number:.{digits - 1}e}")
