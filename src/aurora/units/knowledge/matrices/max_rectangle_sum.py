"""Largest sum of a rectangle of cells.

Kadane's scan over the column sums of every pair of rows, O(rows^2 * columns).
"""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="maximum sum rectangle submatrix largest 2d kadane",
    examples=[
        Example(([[1, 2, -1], [-8, -3, 4], [3, 8, 10]],), 21),
        Example(([[-5, -2]],), -2),
        Example(([[1, 1], [1, 1]],), 4),
    ],
    holds=lambda matrix, ret: ret >= sum(map(sum, matrix)) and ret >= max(map(max, matrix)),
)
def max_rectangle_sum(matrix: Matrix[int]) -> int:
    """Largest sum of a rectangle of cells."""
    best = matrix[0][0]
    for top in range(len(matrix)):
        sums = [0] * len(matrix[0])
        for row in matrix[top:]:
            sums = [total + cell for total, cell in zip(sums, row, strict=True)]
            ending = 0
            for total in sums:
                ending = max(ending, 0) + total
                best = max(best, ending)
    return best
