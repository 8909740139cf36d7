"""The inverse of a square matrix of numbers.

Gauss-Jordan elimination over exact fractions; raises `ValueError` for a singular matrix.
"""

import fractions

from aurora.contracts.component import Example, Square, component


@component(
    words="inverse invert matrix square solve gauss jordan",
    examples=[
        Example(([[2, 0], [0, 4]],), [[0.5, 0.0], [0.0, 0.25]]),
        Example(([[1, 2], [3, 4]],), [[-2.0, 1.0], [1.5, -0.5]]),
        Example(([[1]],), [[1.0]]),
    ],
    holds=lambda matrix, ret: len(ret) == len(matrix) and all(map(any, ret)),
)
def inverse_matrix(matrix: Square[float]) -> Square[float]:
    """The inverse of a square matrix of numbers."""
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise ValueError("the matrix is not square")
    rows = [
        [fractions.Fraction(x) for x in row] + [fractions.Fraction(i == j) for j in range(size)]
        for i, row in enumerate(matrix)
    ]
    for k in range(size):
        pivot = next((i for i in range(k, size) if rows[i][k]), None)
        if pivot is None:
            raise ValueError("the matrix is singular")
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [cell / rows[k][k] for cell in rows[k]]
        for i in range(size):
            if i != k:
                rows[i] = [cell - rows[i][k] * above for cell, above in zip(rows[i], rows[k], strict=True)]
    return [[float(cell) for cell in row[size:]] for row in rows]
