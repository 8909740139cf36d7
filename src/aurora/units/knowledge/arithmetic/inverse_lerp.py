"""At which fraction of the way from one number to another a number lies; ZeroDivisionError when they are equal."""

import math

from aurora.contracts.component import Example, component


@component(
    words="normalise scale to zero one progress fraction position in range",
    examples=[Example((0.0, 10.0, 2.5), 0.25), Example((2.0, 4.0, 6.0), 2.0), Example((0.0, 5.0, 0.0), 0.0)],
    holds=lambda start, end, number, ret: math.isclose(start + (end - start) * ret, number, abs_tol=1e-6),
)
def inverse_lerp(start: float, end: float, number: float) -> float:
    """At which fraction of the way from one number to another a number lies; ZeroDivisionError when they are equal."""
    return (number - start) / (end - start)
