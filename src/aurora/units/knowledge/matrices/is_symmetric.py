"""Whether a matrix is its own transpose."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="symmetric matrix equals transpose check",
    examples=[Example(([[1, 2], [2, 1]],), True), Example(([[1, 2], [3, 1]],), False), Example(([[1, 2]],), False)],
    holds=lambda matrix, ret: not ret or matrix[0] == [row[0] for row in matrix],
)
def is_symmetric(matrix: Matrix[T]) -> bool:
    """Whether a matrix is its own transpose."""
    return [list(column) for column in zip(*matrix, strict=True)] == [list(row) for row in matrix]
