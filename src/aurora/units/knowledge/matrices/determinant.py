"""The determinant of a square matrix of integers.

Fraction-free elimination, Bareiss 1968.
"""

from aurora.contracts.component import Example, Square, component


@component(
    words="determinant square matrix bareiss singular",
    examples=[Example(([[1, 2], [3, 4]],), -2), Example(([[0, 1], [1, 0]],), -1), Example(([[5]],), 5)],
    holds=lambda matrix, ret: matrix[0] not in matrix[1:] or ret == 0,
)
def determinant(matrix: Square[int]) -> int:
    """The determinant of a square matrix of integers."""
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError("the matrix is not square")
    rows = [list(row) for row in matrix]
    sign, before = 1, 1
    for k in range(len(rows)):
        pivot = next((i for i in range(k, len(rows)) if rows[i][k]), None)
        if pivot is None:
            return 0
        if pivot != k:
            rows[k], rows[pivot], sign = rows[pivot], rows[k], -sign
        for row in rows[k + 1 :]:
            row[k + 1 :] = [
                (cell * rows[k][k] - row[k] * above) // before
                for cell, above in zip(row[k + 1 :], rows[k][k + 1 :], strict=True)
            ]
        before = rows[k][k]
    return sign * before
