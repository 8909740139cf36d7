"""The matrix with each row reversed, as in a mirror that stands beside it."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="mirror flip horizontally left right reverse each row",
    examples=[
        Example(([[1, 2], [3, 4]],), [[2, 1], [4, 3]]),
        Example(([[1], [2]],), [[1], [2]]),
        Example(([[1, 2, 3]],), [[3, 2, 1]]),
    ],
    holds=lambda matrix, ret: [row[0] for row in ret] == [row[-1] for row in matrix],
)
def mirror_columns(matrix: Matrix[T]) -> Matrix[T]:
    """The matrix with each row reversed, as in a mirror that stands beside it."""
    return [row[::-1] for row in matrix]
