"""The product of two polynomials with these coefficients, the constant first: the convolution of two lists."""

from aurora.contracts.component import Example, N, component


@component(
    words="polynomial multiply product coefficients convolution",
    examples=[Example(([1, 2], [3, 4]), [3, 10, 8]), Example(([], [1]), []), Example(([0, 1], [5]), [0, 5])],
    holds=lambda first, second, ret: len(ret) == (len(first) + len(second) - 1 if first and second else 0),
)
def poly_mul(first: list[N], second: list[N]) -> list[N]:
    """The product of two polynomials with these coefficients, the constant first: the convolution of two lists."""
    if not first or not second:
        return []
    product: list[N] = [0] * (len(first) + len(second) - 1)
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            product[i + j] += a * b
    return product
