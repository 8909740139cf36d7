"""Number of ways from the top left to the bottom right cell of a grid, going right or down."""

import math

from aurora.contracts.component import Example, Positive, component


@component(
    words="grid paths unique ways rows columns robot right down lattice",
    examples=[Example((3, 7), 28), Example((1, 5), 1), Example((2, 2), 2)],
    holds=lambda rows, columns, ret: ret >= max(rows, columns) or min(rows, columns) == 1,
)
def grid_paths(rows: Positive, columns: Positive) -> int:
    """Number of ways from the top left to the bottom right cell of a grid, going right or down."""
    if rows < 1 or columns < 1:
        raise ValueError("a grid has at least one row and one column")
    return math.comb(rows + columns - 2, rows - 1)
