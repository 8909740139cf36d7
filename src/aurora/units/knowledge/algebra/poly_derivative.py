"""The derivative of a polynomial with these coefficients, the constant first."""

from aurora.contracts.component import Example, N, component


@component(
    words="polynomial derivative differentiate slope coefficients",
    examples=[Example(([5, 3, 2],), [3, 4]), Example(([7],), []), Example(([],), [])],
    holds=lambda coefficients, ret: len(ret) == max(0, len(coefficients) - 1),
)
def poly_derivative(coefficients: list[N]) -> list[N]:
    """The derivative of a polynomial with these coefficients, the constant first."""
    return [power * coefficient for power, coefficient in enumerate(coefficients)][1:]
