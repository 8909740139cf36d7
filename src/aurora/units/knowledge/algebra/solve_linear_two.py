"""The x and y with a x + b y = e and c x + d y = f; raises `ZeroDivisionError` when they are not unique.

Cramer 1750.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="solve two linear equations two unknowns system simultaneous cramer",
    examples=[
        Example((1, 1, 1, -1, 5, 1), (3.0, 2.0)),
        Example((2, 0, 0, 4, 2, 2), (1.0, 0.5)),
        Example((0, 1, 1, 0, 7, 8), (8.0, 7.0)),
    ],
    holds=lambda a, b, _c, _d, e, _f, ret: math.isclose(a * ret[0] + b * ret[1], e, rel_tol=1e-3, abs_tol=1e-3),
)
def solve_linear_two(a: float, b: float, c: float, d: float, e: float, f: float) -> tuple[float, float]:
    """The x and y with a x + b y = e and c x + d y = f; raises `ZeroDivisionError` when they are not unique."""
    across = a * d - b * c
    return ((e * d - b * f) / across, (a * f - e * c) / across)
