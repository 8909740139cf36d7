"""The matrix turned by a quarter, counterclockwise."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="rotate turn 90 degrees counterclockwise anticlockwise left image quarter",
    examples=[
        Example(([[1, 2], [3, 4]],), [[2, 4], [1, 3]]),
        Example(([[1, 2, 3]],), [[3], [2], [1]]),
        Example(([[5]],), [[5]]),
    ],
    holds=lambda matrix, ret: [row[0] for row in ret] == matrix[0][::-1],
)
def rotate90_left(matrix: Matrix[T]) -> Matrix[T]:
    """The matrix turned by a quarter, counterclockwise."""
    return [list(column) for column in zip(*matrix, strict=True)][::-1]
