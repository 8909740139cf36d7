"""The difference of two matrices, cell by cell."""

from aurora.contracts.component import Example, N, component


@component(
    words="subtract matrices difference minus elementwise cell by cell",
    examples=[
        Example(([[5, 2]], [[3, 4]]), [[2, -2]]),
        Example(([[1], [2]], [[1], [0]]), [[0], [2]]),
        Example(([], []), []),
    ],
    holds=lambda left, right, ret: len(ret) == len(left) == len(right),
)
def matrix_subtract(left: list[list[N]], right: list[list[N]]) -> list[list[N]]:
    """The difference of two matrices, cell by cell."""
    return [[a - b for a, b in zip(upper, lower, strict=True)] for upper, lower in zip(left, right, strict=True)]
