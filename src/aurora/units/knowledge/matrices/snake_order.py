"""The cells row by row, every second row from right to left."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="snake boustrophedon order pattern traverse alternate rows reversed",
    examples=[
        Example(([[1, 2], [3, 4], [5, 6]],), [1, 2, 4, 3, 5, 6]),
        Example(([[1]],), [1]),
        Example(([[1], [2]],), [1, 2]),
    ],
    holds=lambda matrix, ret: len(ret) == len(matrix) * len(matrix[0]),
)
def snake_order(matrix: Matrix[T]) -> list[T]:
    """The cells row by row, every second row from right to left."""
    return [cell for number, row in enumerate(matrix) for cell in (row[::-1] if number % 2 else row)]
