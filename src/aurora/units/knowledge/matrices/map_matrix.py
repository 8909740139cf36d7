"""The matrix of what a function gives for each cell."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="map apply function to every cell matrix elementwise",
    examples=[
        Example((str, [[1, 2], [3, 4]]), [["1", "2"], ["3", "4"]]),
        Example((abs, [[-1]]), [[1]]),
        Example((abs, []), []),
    ],
    holds=lambda _function, matrix, ret: [len(row) for row in ret] == [len(row) for row in matrix],
)
def map_matrix(function: Callable[[T], U], matrix: list[list[T]]) -> list[list[U]]:
    """The matrix of what a function gives for each cell."""
    return [[function(cell) for cell in row] for row in matrix]
