"""The sum of two polynomials with these coefficients, the constant first."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="polynomial add sum coefficients",
    examples=[Example(([1, 2], [3, 4, 5]), [4, 6, 5]), Example(([], [1]), [1]), Example(([1], [-1]), [0])],
    holds=lambda first, second, ret: len(ret) == max(len(first), len(second)),
)
def poly_add(first: list[N], second: list[N]) -> list[N]:
    """The sum of two polynomials with these coefficients, the constant first."""
    return [a + b for a, b in itertools.zip_longest(first, second, fillvalue=0)]
