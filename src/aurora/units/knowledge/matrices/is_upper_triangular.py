"""Whether all cells below the main diagonal are zero."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="upper triangular matrix check zeros below diagonal",
    examples=[Example(([[1, 2], [0, 3]],), True), Example(([[1, 2], [4, 3]],), False), Example(([[5]],), True)],
    holds=lambda matrix, ret: not ret or not any(matrix[-1][: len(matrix) - 1]),
)
def is_upper_triangular(matrix: Matrix[int]) -> bool:
    """Whether all cells below the main diagonal are zero."""
    return not any(cell for i, row in enumerate(matrix) for cell in row[:i])
