"""Whether all rows, columns and both diagonals of a square matrix have the same sum."""

from aurora.contracts.component import Example, Square, component


@component(
    words="magic square check rows columns diagonals equal sum",
    examples=[
        Example(([[2, 7, 6], [9, 5, 1], [4, 3, 8]],), True),
        Example(([[1, 2], [3, 4]],), False),
        Example(([[7]],), True),
    ],
    holds=lambda matrix, ret: not ret or sum(map(sum, matrix)) == len(matrix) * sum(matrix[0]),
)
def is_magic_square(matrix: Square[int]) -> bool:
    """Whether all rows, columns and both diagonals of a square matrix have the same sum."""
    size = range(len(matrix))
    lines = [*matrix, *zip(*matrix, strict=True), [matrix[i][i] for i in size], [matrix[i][~i] for i in size]]
    return len({sum(line) for line in lines}) == 1
