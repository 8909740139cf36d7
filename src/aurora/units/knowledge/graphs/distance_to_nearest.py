"""For each cell of a grid the steps along sides to the nearest cell that is false; -1 when there is none."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="distance nearest zero matrix grid 01 steps closest",
    examples=[
        Example(([[0, 1, 1]],), [[0, 1, 2]]),
        Example(([[1]],), [[-1]]),
        Example(([[1, 1], [1, 0]],), [[2, 1], [1, 0]]),
    ],
    holds=lambda grid, ret: all(
        (steps == 0) == (not cell) for a, b in zip(grid, ret, strict=True) for cell, steps in zip(a, b, strict=True)
    ),
)
def distance_to_nearest(grid: Matrix[int]) -> Matrix[int]:
    """For each cell of a grid the steps along sides to the nearest cell that is false; -1 when there is none."""
    steps = [[-1 if cell else 0 for cell in row] for row in grid]
    queue = [(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if not cell]
    for i, j in queue:
        for x, y in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            if 0 <= x < len(grid) and 0 <= y < len(grid[0]) and steps[x][y] < 0:
                steps[x][y] = steps[i][j] + 1
                queue.append((x, y))
    return steps
