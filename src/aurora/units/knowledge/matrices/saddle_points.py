"""The places (row, column) whose cell is the smallest of its row and the largest of its column."""

from aurora.contracts.component import C, Example, Matrix, component


@component(
    words="saddle point minimum in row maximum in column minimax",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6], [7, 8, 9]],), [(2, 0)]),
        Example(([[1, 2], [4, 0]],), []),
        Example(([[7]],), [(0, 0)]),
    ],
    holds=lambda matrix, ret: len({matrix[i][j] for i, j in ret}) <= 1,
)
def saddle_points(matrix: Matrix[C]) -> list[tuple[int, int]]:
    """The places (row, column) whose cell is the smallest of its row and the largest of its column."""
    largest = [max(column) for column in zip(*matrix, strict=True)]
    return [
        (i, j) for i, row in enumerate(matrix) for j, cell in enumerate(row) if cell == min(row) and cell == largest[j]
    ]
