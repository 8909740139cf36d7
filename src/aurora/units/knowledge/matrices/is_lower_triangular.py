"""Whether all cells above the main diagonal are zero."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="lower triangular matrix check zeros above diagonal",
    examples=[Example(([[1, 0], [2, 3]],), True), Example(([[1, 2], [0, 3]],), False), Example(([[5]],), True)],
    holds=lambda matrix, ret: not ret or not any(matrix[0][1:]),
)
def is_lower_triangular(matrix: Matrix[int]) -> bool:
    """Whether all cells above the main diagonal are zero."""
    return not any(cell for i, row in enumerate(matrix) for cell in row[i + 1 :])
