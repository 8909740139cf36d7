"""The sum of two matrices, cell by cell."""

from aurora.contracts.component import Example, N, component


@component(
    words="add matrices sum elementwise cell by cell",
    examples=[
        Example(([[1, 2]], [[3, 4]]), [[4, 6]]),
        Example(([[1], [2]], [[-1], [0]]), [[0], [2]]),
        Example(([], []), []),
    ],
    holds=lambda left, right, ret: len(ret) == len(left) == len(right),
)
def matrix_add(left: list[list[N]], right: list[list[N]]) -> list[list[N]]:
    """The sum of two matrices, cell by cell."""
    return [[a + b for a, b in zip(upper, lower, strict=True)] for upper, lower in zip(left, right, strict=True)]
