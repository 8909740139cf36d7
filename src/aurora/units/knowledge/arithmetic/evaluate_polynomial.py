"""The value of a polynomial at a number (Horner's rule); the coefficient of the highest power comes first."""

import functools

from aurora.contracts.component import Example, N, component


@component(
    words="polynomial horner coefficients value at x",
    examples=[Example(([2, 0, -1], 3), 17), Example(([5], 100), 5), Example(([], 2), 0)],
    holds=lambda coefficients, x, ret: x != 0 or ret == (coefficients[-1] if coefficients else 0),
)
def evaluate_polynomial(coefficients: list[N], x: N) -> N:
    """The value of a polynomial at a number (Horner's rule); the coefficient of the highest power comes first."""
    return functools.reduce(lambda value, coefficient: value * x + coefficient, coefficients, 0 * x)
