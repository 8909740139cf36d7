"""Side of the largest square of ones in a matrix of zeros and ones."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="maximal largest square ones side submatrix binary matrix",
    examples=[
        Example(([[1, 0, 1, 1], [1, 1, 1, 1], [0, 1, 1, 1]],), 2),
        Example(([[0]],), 0),
        Example(([[1, 1], [1, 1]],), 2),
    ],
    holds=lambda grid, ret: 0 <= ret <= min(len(grid), len(grid[0])) and (ret > 0) == any(map(any, grid)),
)
def largest_square(grid: Matrix[int]) -> int:
    """Side of the largest square of ones in a matrix of zeros and ones."""
    largest = 0
    above = [0] * (len(grid[0]) + 1)
    for cells in grid:
        row = [0]
        for column, cell in enumerate(cells, start=1):
            row.append(1 + min(above[column - 1], above[column], row[-1]) if cell else 0)
        largest = max(largest, *row)
        above = row
    return largest
