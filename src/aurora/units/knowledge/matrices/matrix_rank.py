"""Number of linearly independent rows of a matrix of integers.

Fraction-free elimination: each row below loses its part along the pivot row.
"""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="matrix rank linearly independent rows dimension",
    examples=[Example(([[1, 2], [2, 4]],), 1), Example(([[1, 0], [0, 1], [1, 1]],), 2), Example(([[0, 0]],), 0)],
    holds=lambda matrix, ret: any(map(any, matrix)) <= ret <= min(len(matrix), len(matrix[0])),
)
def matrix_rank(matrix: Matrix[int]) -> int:
    """Number of linearly independent rows of a matrix of integers."""
    rows = [list(row) for row in matrix]
    rank = 0
    for column in range(len(matrix[0])):
        pivot = next((i for i in range(rank, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        top = rows[rank]
        for i in range(rank + 1, len(rows)):
            factor = rows[i][column]
            rows[i] = [cell * top[column] - factor * above for cell, above in zip(rows[i], top, strict=True)]
        rank += 1
    return rank
