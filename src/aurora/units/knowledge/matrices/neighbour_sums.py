"""For each cell the sum of the up to eight cells around it."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="neighbour neighbor sum surrounding cells count live mines minesweeper around",
    examples=[
        Example(([[1, 0], [0, 1]],), [[1, 2], [2, 1]]),
        Example(([[5]],), [[0]]),
        Example(([[1, 2, 3]],), [[2, 4, 2]]),
    ],
    holds=lambda grid, ret: [len(row) for row in ret] == [len(row) for row in grid],
)
def neighbour_sums(grid: Matrix[int]) -> Matrix[int]:
    """For each cell the sum of the up to eight cells around it."""
    return [
        [
            sum(sum(line[max(0, j - 1) : j + 2]) for line in grid[max(0, i - 1) : i + 2]) - cell
            for j, cell in enumerate(row)
        ]
        for i, row in enumerate(grid)
    ]
