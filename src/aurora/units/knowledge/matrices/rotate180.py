"""The matrix turned by a half."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="rotate turn 180 degrees half upside down",
    examples=[
        Example(([[1, 2], [3, 4]],), [[4, 3], [2, 1]]),
        Example(([[1, 2, 3]],), [[3, 2, 1]]),
        Example(([[5]],), [[5]]),
    ],
    holds=lambda matrix, ret: [cell for row in ret for cell in row] == [cell for row in matrix for cell in row][::-1],
)
def rotate180(matrix: Matrix[T]) -> Matrix[T]:
    """The matrix turned by a half."""
    return [row[::-1] for row in reversed(matrix)]
