"""Largest sum on a way from the top left to the bottom right cell, going right or down."""

import itertools

from aurora.contracts.component import Example, Matrix, component


@component(
    words="maximum path sum grid matrix right down collect gold most",
    examples=[Example(([[1, 3, 1], [1, 5, 1], [4, 2, 1]],), 12), Example(([[5]],), 5), Example(([[1, 2], [4, 1]],), 6)],
    holds=lambda grid, ret: ret >= sum(grid[0]) + sum(row[-1] for row in grid[1:]),
)
def max_path_sum(grid: Matrix[int]) -> int:
    """Largest sum on a way from the top left to the bottom right cell, going right or down."""
    best = list(itertools.accumulate(grid[0]))
    for row in grid[1:]:
        best[0] += row[0]
        for column in range(1, len(row)):
            best[column] = row[column] + max(best[column], best[column - 1])
    return best[-1]
