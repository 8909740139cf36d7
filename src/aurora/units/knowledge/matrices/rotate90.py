"""The matrix turned by a quarter, clockwise."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="rotate turn 90 degrees clockwise right image quarter",
    examples=[
        Example(([[1, 2], [3, 4]],), [[3, 1], [4, 2]]),
        Example(([[1, 2, 3]],), [[1], [2], [3]]),
        Example(([[5]],), [[5]]),
    ],
    holds=lambda matrix, ret: [row[0] for row in ret] == matrix[-1] and [row[-1] for row in ret] == matrix[0],
)
def rotate90(matrix: Matrix[T]) -> Matrix[T]:
    """The matrix turned by a quarter, clockwise."""
    return [list(column) for column in zip(*reversed(matrix), strict=True)]
