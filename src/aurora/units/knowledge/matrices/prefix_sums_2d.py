"""Sums of all rectangles that start at the top left corner; the first row and column are zeros.

Summed-area table, Crow 1984: cell (i, j) is the sum of the first i rows and j columns.
"""

import itertools

from aurora.contracts.component import Example, Matrix, component


@component(
    words="two dimensional prefix sums summed area table integral image cumulative",
    examples=[
        Example(([[1, 2], [3, 4]],), [[0, 0, 0], [0, 1, 3], [0, 4, 10]]),
        Example(([[5]],), [[0, 0], [0, 5]]),
        Example(([[1, 1]],), [[0, 0, 0], [0, 1, 2]]),
    ],
    holds=lambda matrix, ret: ret[-1][-1] == sum(map(sum, matrix)),
)
def prefix_sums_2d(matrix: Matrix[int]) -> Matrix[int]:
    """Sums of all rectangles that start at the top left corner; the first row and column are zeros."""
    sums = [[0] * (len(matrix[0]) + 1)]
    for row in matrix:
        across = itertools.accumulate(row, initial=0)
        sums.append([above + here for above, here in zip(sums[-1], across, strict=True)])
    return sums
