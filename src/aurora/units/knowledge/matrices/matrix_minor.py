"""The matrix without one row and one column."""

from aurora.contracts.component import Example, Matrix, Nat, T, component


@component(
    words="minor cofactor remove delete row and column",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0, 1), [[4, 6], [7, 9]]),
        Example(([[1, 2], [3, 4]], 1, 1), [[1]]),
        Example(([[1, 2]], 0, 0), []),
    ],
    holds=lambda matrix, _row, _column, ret: len(ret) == len(matrix) - 1,
)
def matrix_minor(matrix: Matrix[T], row: Nat, column: Nat) -> list[list[T]]:
    """The matrix without one row and one column."""
    if not (0 <= row < len(matrix) and 0 <= column < len(matrix[0])):
        raise IndexError("the cell is outside the matrix")
    return [line[:column] + line[column + 1 :] for i, line in enumerate(matrix) if i != row]
