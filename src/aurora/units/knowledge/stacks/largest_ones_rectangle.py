"""The largest number of cells of a rectangle of ones in a matrix of zeros and ones.

The largest rectangle over the heights of ones above each row.
"""

from aurora.contracts.component import Bit, Example, Matrix, component


@component(
    words="maximal largest rectangle of ones binary matrix area",
    examples=[
        Example(([[1, 0, 1, 1], [1, 1, 1, 1], [0, 1, 1, 1]],), 6),
        Example(([[0]],), 0),
        Example(([[1, 1, 1]],), 3),
    ],
    holds=lambda grid, ret: (ret > 0) == any(map(any, grid)) and ret <= sum(map(sum, grid)),
)
def largest_ones_rectangle(grid: Matrix[Bit]) -> int:
    """The largest number of cells of a rectangle of ones in a matrix of zeros and ones."""
    best = 0
    heights = [0] * len(grid[0])
    for row in grid:
        heights = [height + 1 if cell else 0 for height, cell in zip(heights, row, strict=True)]
        rising: list[tuple[int, int]] = []
        for place, height in enumerate([*heights, 0]):
            start = place
            while rising and rising[-1][1] >= height:
                start, taller = rising.pop()
                best = max(best, taller * (place - start))
            rising.append((start, height))
    return best
