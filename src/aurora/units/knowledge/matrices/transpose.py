"""The matrix with rows and columns exchanged."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="transpose swap rows columns interchange flip zip columns to rows",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6]],), [[1, 4], [2, 5], [3, 6]]),
        Example(([[7]],), [[7]]),
        Example(([[1], [2]],), [[1, 2]]),
    ],
    holds=lambda matrix, ret: all(ret[j][i] == cell for i, row in enumerate(matrix) for j, cell in enumerate(row)),
)
def transpose(matrix: Matrix[T]) -> Matrix[T]:
    """The matrix with rows and columns exchanged."""
    return [list(column) for column in zip(*matrix, strict=True)]
