"""The cells on the border of a matrix, row by row."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="boundary border edge outer elements perimeter cells",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6], [7, 8, 9]],), [1, 2, 3, 4, 6, 7, 8, 9]),
        Example(([[1, 2]],), [1, 2]),
        Example(([[7]],), [7]),
    ],
    holds=lambda matrix, ret: ret[: len(matrix[0])] == matrix[0],
)
def boundary(matrix: Matrix[T]) -> list[T]:
    """The cells on the border of a matrix, row by row."""
    bottom = len(matrix) - 1
    return [
        cell for i, row in enumerate(matrix) for j, cell in enumerate(row) if i in (0, bottom) or j in (0, len(row) - 1)
    ]
