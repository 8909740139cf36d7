"""The cells in a clockwise spiral from the top left corner inwards."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="spiral order clockwise print elements inwards layers snail",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6], [7, 8, 9]],), [1, 2, 3, 6, 9, 8, 7, 4, 5]),
        Example(([[1, 2], [3, 4], [5, 6]],), [1, 2, 4, 6, 5, 3]),
        Example(([[7]],), [7]),
    ],
    holds=lambda matrix, ret: ret[: len(matrix[0])] == matrix[0] and len(ret) == len(matrix) * len(matrix[0]),
)
def spiral(matrix: Matrix[T]) -> list[T]:
    """The cells in a clockwise spiral from the top left corner inwards."""
    cells: list[T] = []
    rest = [list(row) for row in matrix]
    while rest:
        cells += rest[0]
        rest = [list(column) for column in zip(*rest[1:], strict=True)][::-1]
    return cells
