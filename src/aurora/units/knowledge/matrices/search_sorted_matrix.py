"""Whether a value is in a matrix whose rows and columns ascend.

Saddleback search from the top right corner, O(rows + columns).
"""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="search sorted matrix rows columns ascending saddleback staircase",
    examples=[
        Example(([[1, 4, 7], [2, 5, 8], [3, 6, 9]], 6), True),
        Example(([[1, 4], [2, 5]], 3), False),
        Example(([[1]], 1), True),
    ],
    holds=lambda matrix, value, ret: not ret or any(value in row for row in matrix),
)
def search_sorted_matrix(matrix: Matrix[int], value: int) -> bool:
    """Whether a value is in a matrix whose rows and columns ascend."""
    row, column = 0, len(matrix[0]) - 1
    while row < len(matrix) and column >= 0:
        if matrix[row][column] == value:
            return True
        if matrix[row][column] > value:
            column -= 1
        else:
            row += 1
    return False
