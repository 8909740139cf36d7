"""The largest cell of a matrix."""

from aurora.contracts.component import C, Example, Matrix, component


@component(
    words="maximum largest element matrix grid nested list of lists",
    examples=[Example(([[1, 2], [4, 0]],), 4), Example(([["b"]],), "b"), Example(([[-1, -2]],), -1)],
    holds=lambda matrix, ret: any(ret in row for row in matrix),
)
def matrix_max(matrix: Matrix[C]) -> C:
    """The largest cell of a matrix."""
    return max(cell for row in matrix for cell in row)
