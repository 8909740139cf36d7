"""Smallest sum on a way from the top left cell to a given one, going right, down or diagonally down right."""

import itertools

from aurora.contracts.component import Example, Matrix, Nat, component


@component(
    words="minimum cost path matrix reach cell right down diagonal",
    examples=[
        Example(([[3, 1, 4], [2, 6, 1], [5, 2, 7]], 2, 1), 7),
        Example(([[5]], 0, 0), 5),
        Example(([[1, 9], [9, 1]], 1, 1), 2),
    ],
    holds=lambda grid, row, column, ret: ret <= sum(grid[0][:column]) + sum(grid[i][column] for i in range(row + 1)),
)
def min_path_sum_diagonal(grid: Matrix[int], row: Nat, column: Nat) -> int:
    """Smallest sum on a way from the top left cell to a given one, going right, down or diagonally down right."""
    if not (0 <= row < len(grid) and 0 <= column < len(grid[0])):
        raise IndexError("the cell is outside the grid")
    best = list(itertools.accumulate(grid[0]))
    for cells in grid[1 : row + 1]:
        line = [best[0] + cells[0]]
        for place in range(1, len(cells)):
            line.append(cells[place] + min(best[place], best[place - 1], line[-1]))
        best = line
    return best[column]
