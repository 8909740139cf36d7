"""Largest sum of one cell a row, from top to bottom, each at most one column beside the one above."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="maximum falling path sum matrix top row bottom adjacent column",
    examples=[Example(([[10, 10, 2], [1, 0, 30]],), 40), Example(([[5]],), 5), Example(([[1, 9, 9], [9, 9, 1]],), 18)],
    holds=lambda grid, ret: sum(max(row) for row in grid) >= ret >= sum(row[0] for row in grid),
)
def max_falling_path(grid: Matrix[int]) -> int:
    """Largest sum of one cell a row, from top to bottom, each at most one column beside the one above."""
    best = grid[0]
    for row in grid[1:]:
        best = [cell + max(best[max(0, column - 1) : column + 2]) for column, cell in enumerate(row)]
    return max(best)
