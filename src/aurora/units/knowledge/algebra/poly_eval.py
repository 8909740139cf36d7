"""The value of a polynomial with these coefficients, the constant first.

Horner 1819.
"""

from aurora.contracts.component import Example, N, component


@component(
    words="polynomial evaluate value at x horner coefficients",
    examples=[Example(([1, 2, 3], 2), 17), Example(([], 5), 0), Example(([7], 9), 7)],
    holds=lambda coefficients, x, ret: x != 0 or ret == (coefficients[0] if coefficients else 0),
)
def poly_eval(coefficients: list[N], x: N) -> N:
    """The value of a polynomial with these coefficients, the constant first."""
    value: N = 0
    for coefficient in reversed(coefficients):
        value = value * x + coefficient
    return value
