"""The fraction nearest to a number whose denominator is not above a limit."""

import fractions

from aurora.contracts.component import Example, Positive, component


@component(
    words="approximate rational best fraction limit denominator",
    examples=[Example((3.14159, 10), (22, 7)), Example((0.5, 1), (0, 1)), Example((0.25, 100), (1, 4))],
    holds=lambda number, limit, ret: 1 <= ret[1] <= limit and abs(ret[0] / ret[1] - number) <= 0.5000001,
)
def nearest_fraction(number: float, limit: Positive) -> tuple[int, int]:
    """The fraction nearest to a number whose denominator is not above a limit.

    Raises ValueError for a limit below 1.
    """
    return fractions.Fraction(str(number)).limit_denominator(limit).as_integer_ratio()
