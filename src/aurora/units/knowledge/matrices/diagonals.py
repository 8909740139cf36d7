"""All diagonals that go down to the right, from the bottom left corner to the top right one."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="all diagonals down right each diagonal list",
    examples=[
        Example(([[1, 2], [3, 4]],), [[3], [1, 4], [2]]),
        Example(([[1, 2]],), [[1], [2]]),
        Example(([[7]],), [[7]]),
    ],
    holds=lambda matrix, ret: len(ret) == len(matrix) + len(matrix[0]) - 1,
)
def diagonals(matrix: Matrix[T]) -> list[list[T]]:
    """All diagonals that go down to the right, from the bottom left corner to the top right one."""
    rows, columns = len(matrix), len(matrix[0])
    return [
        [matrix[i][i + offset] for i in range(rows) if 0 <= i + offset < columns] for offset in range(1 - rows, columns)
    ]
