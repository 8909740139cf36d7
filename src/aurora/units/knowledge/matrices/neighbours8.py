"""The up to eight places around a cell that are inside a grid, row by row."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="neighbours neighbors adjacent cells eight diagonal surrounding moore king",
    examples=[
        Example((3, 3, 1, 1), [(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)]),
        Example((2, 2, 0, 0), [(0, 1), (1, 0), (1, 1)]),
        Example((1, 1, 0, 0), []),
    ],
    holds=lambda _rows, _columns, row, column, ret: all(max(abs(i - row), abs(j - column)) == 1 for i, j in ret),
)
def neighbours8(rows: Positive, columns: Positive, row: Nat, column: Nat) -> list[tuple[int, int]]:
    """The up to eight places around a cell that are inside a grid, row by row."""
    return [
        (i, j)
        for i in range(max(0, row - 1), min(rows, row + 2))
        for j in range(max(0, column - 1), min(columns, column + 2))
        if (i, j) != (row, column)
    ]
