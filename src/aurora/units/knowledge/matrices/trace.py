"""The sum of the main diagonal of a square matrix."""

from aurora.contracts.component import Example, N, Square, component


@component(
    words="trace sum main diagonal square matrix principal",
    examples=[Example(([[1, 2], [3, 4]],), 5), Example(([[7]],), 7), Example(([[1, 0, 0], [0, -1, 0], [0, 0, 2]],), 2)],
    holds=lambda matrix, ret: len(matrix) > 1 or ret == matrix[0][0],
)
def trace(matrix: Square[N]) -> N:
    """The sum of the main diagonal of a square matrix."""
    return sum(matrix[i][i] for i in range(len(matrix)))
