"""Index of the first row with the most cells that are true."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="row with most maximum number of ones binary matrix",
    examples=[Example(([[0, 1], [1, 1], [1, 1]],), 1), Example(([[0]],), 0), Example(([[1, 0, 0], [0, 0, 0]],), 0)],
    holds=lambda matrix, ret: all(sum(map(bool, row)) <= sum(map(bool, matrix[ret])) for row in matrix),
)
def fullest_row(matrix: Matrix[int]) -> int:
    """Index of the first row with the most cells that are true."""
    return max(range(len(matrix)), key=lambda i: sum(map(bool, matrix[i])))
