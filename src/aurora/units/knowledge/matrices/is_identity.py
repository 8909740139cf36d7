"""Whether a matrix has ones on its main diagonal and zeros elsewhere."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="identity unit matrix check ones diagonal",
    examples=[Example(([[1, 0], [0, 1]],), True), Example(([[1, 1], [0, 1]],), False), Example(([[1, 0]],), False)],
    holds=lambda matrix, ret: not ret or sum(map(sum, matrix)) == len(matrix),
)
def is_identity(matrix: Matrix[int]) -> bool:
    """Whether a matrix has ones on its main diagonal and zeros elsewhere."""
    return matrix == [[int(i == j) for j in range(len(matrix))] for i in range(len(matrix))]
