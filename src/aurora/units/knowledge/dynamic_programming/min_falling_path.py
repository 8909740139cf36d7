"""Smallest sum of one cell a row, from top to bottom, each at most one column beside the one above."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="minimum falling path sum matrix top row bottom adjacent column",
    examples=[
        Example(([[2, 1, 3], [6, 5, 4], [7, 8, 9]],), 13),
        Example(([[5]],), 5),
        Example(([[1, 9, 9], [9, 9, 1]],), 10),
    ],
    holds=lambda grid, ret: sum(min(row) for row in grid) <= ret <= sum(row[0] for row in grid),
)
def min_falling_path(grid: Matrix[int]) -> int:
    """Smallest sum of one cell a row, from top to bottom, each at most one column beside the one above."""
    best = grid[0]
    for row in grid[1:]:
        best = [cell + min(best[max(0, column - 1) : column + 2]) for column, cell in enumerate(row)]
    return min(best)
