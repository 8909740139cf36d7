"""The products of the cells at equal places of two matrices."""

from aurora.contracts.component import Example, N, component


@component(
    words="hadamard multiply matrices elementwise cell by cell product",
    examples=[
        Example(([[5, 2]], [[3, 4]]), [[15, 8]]),
        Example(([[1], [2]], [[1], [0]]), [[1], [0]]),
        Example(([], []), []),
    ],
    holds=lambda left, right, ret: len(ret) == len(left) == len(right),
)
def matrix_hadamard(left: list[list[N]], right: list[list[N]]) -> list[list[N]]:
    """The products of the cells at equal places of two matrices."""
    return [[a * b for a, b in zip(upper, lower, strict=True)] for upper, lower in zip(left, right, strict=True)]
