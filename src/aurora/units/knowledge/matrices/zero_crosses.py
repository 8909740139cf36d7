"""The matrix with every row and column that has a zero set to zeros."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="set matrix zeroes rows columns containing zero",
    examples=[
        Example(([[1, 2], [0, 4]],), [[0, 2], [0, 0]]),
        Example(([[1]],), [[1]]),
        Example(([[0, 1, 2]],), [[0, 0, 0]]),
    ],
    holds=lambda matrix, ret: all(
        not cell or cell == old for a, b in zip(ret, matrix, strict=True) for cell, old in zip(a, b, strict=True)
    ),
)
def zero_crosses(matrix: Matrix[int]) -> Matrix[int]:
    """The matrix with every row and column that has a zero set to zeros."""
    columns = [all(column) for column in zip(*matrix, strict=True)]
    return [[cell if kept and all(row) else 0 for cell, kept in zip(row, columns, strict=True)] for row in matrix]
