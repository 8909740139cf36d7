"""The smallest cell of a matrix."""

from aurora.contracts.component import C, Example, Matrix, component


@component(
    words="minimum smallest element matrix grid nested list of lists",
    examples=[Example(([[1, 2], [4, 0]],), 0), Example(([["b"]],), "b"), Example(([[-1, -2]],), -2)],
    holds=lambda matrix, ret: any(ret in row for row in matrix),
)
def matrix_min(matrix: Matrix[C]) -> C:
    """The smallest cell of a matrix."""
    return min(cell for row in matrix for cell in row)
