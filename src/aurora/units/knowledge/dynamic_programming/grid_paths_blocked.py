"""Number of ways from the top left to the bottom right cell, going right or down, where cells that are 1 are
blocked.
"""

import math

from aurora.contracts.component import Example, Matrix, component


@component(
    words="grid paths obstacles blocked maze unique ways right down",
    examples=[Example(([[0, 0, 0], [0, 1, 0], [0, 0, 0]],), 2), Example(([[1]],), 0), Example(([[0, 0]],), 1)],
    holds=lambda grid, ret: ret <= math.comb(len(grid) + len(grid[0]) - 2, len(grid) - 1),
)
def grid_paths_blocked(grid: Matrix[int]) -> int:
    """Number of ways from the top left to the bottom right cell, going right or down, where cells that are 1 are
    blocked.
    """
    ways = [1] + [0] * (len(grid[0]) - 1)
    for row in grid:
        for column, blocked in enumerate(row):
            if blocked:
                ways[column] = 0
            elif column:
                ways[column] += ways[column - 1]
    return ways[-1]
