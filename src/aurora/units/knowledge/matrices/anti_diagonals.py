"""All diagonals that go down to the left, from the top left corner to the bottom right one."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="all anti diagonals down left each diagonal list diagonal order",
    examples=[
        Example(([[1, 2], [3, 4]],), [[1], [2, 3], [4]]),
        Example(([[1, 2, 3], [4, 5, 6]],), [[1], [2, 4], [3, 5], [6]]),
        Example(([[7]],), [[7]]),
    ],
    holds=lambda matrix, ret: len(ret) == len(matrix) + len(matrix[0]) - 1,
)
def anti_diagonals(matrix: Matrix[T]) -> list[list[T]]:
    """All diagonals that go down to the left, from the top left corner to the bottom right one."""
    rows, columns = len(matrix), len(matrix[0])
    return [
        [matrix[i][total - i] for i in range(rows) if 0 <= total - i < columns] for total in range(rows + columns - 1)
    ]
