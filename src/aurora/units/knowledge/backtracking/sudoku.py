"""The solution of a sudoku, in which 0 is an empty cell; None when there is none.

Backtracking on the empty cell with the fewest choices.
"""

import itertools
import math

from aurora.contracts.component import Example, Square, component


@component(
    words="sudoku solve puzzle fill grid nine",
    examples=[
        Example(([[0]],), [[1]]),
        Example(
            ([[1, 0, 0, 0], [0, 0, 3, 0], [0, 1, 0, 0], [0, 0, 0, 2]],),
            [[1, 3, 2, 4], [4, 2, 3, 1], [2, 1, 4, 3], [3, 4, 1, 2]],
        ),
        Example(([[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],), None),
    ],
    holds=lambda grid, ret: ret is None or all(set(row) == set(range(1, len(grid) + 1)) for row in ret),
    cost=3.0,
)
def sudoku(grid: Square[int]) -> Square[int] | None:
    """The solution of a sudoku or None; raises `ValueError` when the side is no square number."""
    size = len(grid)
    box = math.isqrt(size)
    if box * box != size or any(len(row) != size for row in grid):
        raise ValueError("the side of the grid must be a square number")
    if any(not 0 <= digit <= size for row in grid for digit in row):
        raise ValueError("a digit is not one of the side's")
    solved = [list(row) for row in grid]

    def choices(i: int, j: int) -> list[int]:
        top, left = i // box * box, j // box * box
        block = [digit for row in solved[top : top + box] for digit in row[left : left + box]]
        used = {*solved[i], *(row[j] for row in solved), *block}
        return [digit for digit in range(1, size + 1) if digit not in used]

    def fill() -> bool:
        empty = [(i, j) for i in range(size) for j in range(size) if not solved[i][j]]
        if not empty:
            return True
        i, j = min(empty, key=lambda cell: len(choices(*cell)))
        for digit in choices(i, j):
            solved[i][j] = digit
            if fill():
                return True
        solved[i][j] = 0
        return False

    corners = itertools.product(range(0, size, box), repeat=2)
    blocks = [[digit for row in grid[i : i + box] for digit in row[j : j + box]] for i, j in corners]
    given = [[digit for digit in unit if digit] for unit in (*grid, *zip(*grid, strict=True), *blocks)]
    clash = any(len(set(digits)) < len(digits) for digits in given)
    return solved if not clash and fill() else None
