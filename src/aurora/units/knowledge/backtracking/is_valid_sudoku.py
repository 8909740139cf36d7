"""Whether no digit of a sudoku, in which 0 is an empty cell, is twice in a row, column or box."""

import math

from aurora.contracts.component import Example, Square, component


@component(
    words="valid sudoku check board rows columns boxes",
    examples=[
        Example(([[1, 0, 0, 0], [0, 0, 3, 0], [0, 1, 0, 0], [0, 0, 0, 2]],), True),
        Example(([[1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]],), False),
        Example(([[0]],), True),
    ],
    holds=lambda grid, ret: not ret or all(len({*filter(None, row)}) == len([*filter(None, row)]) for row in grid),
)
def is_valid_sudoku(grid: Square[int]) -> bool:
    """Whether no digit of a sudoku, in which 0 is an empty cell, is twice in a row, column or box."""
    box = math.isqrt(len(grid))
    seen = [
        mark
        for i, row in enumerate(grid)
        for j, digit in enumerate(row)
        for mark in (("r", i, digit), ("c", j, digit), ("b", i // box * box + j // box, digit))
        if digit
    ]
    return len(seen) == len(set(seen))
