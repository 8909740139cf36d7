"""Smallest sum on a way from the top left to the bottom right cell, going right or down."""

import itertools

from aurora.contracts.component import Example, Matrix, component


@component(
    words="minimum path sum cost grid matrix right down cheapest",
    examples=[Example(([[1, 3, 1], [1, 5, 1], [4, 2, 1]],), 7), Example(([[5]],), 5), Example(([[1, 2], [1, 1]],), 3)],
    holds=lambda grid, ret: ret <= sum(grid[0]) + sum(row[-1] for row in grid[1:]),
)
def min_path_sum(grid: Matrix[int]) -> int:
    """Smallest sum on a way from the top left to the bottom right cell, going right or down."""
    best = list(itertools.accumulate(grid[0]))
    for row in grid[1:]:
        best[0] += row[0]
        for column in range(1, len(row)):
            best[column] = row[column] + min(best[column], best[column - 1])
    return best[-1]
