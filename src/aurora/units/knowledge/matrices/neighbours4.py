"""The places above, left, right and below a cell that are inside a grid, in that order."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="neighbours neighbors adjacent cells four up down left right von neumann",
    examples=[
        Example((3, 3, 1, 1), [(0, 1), (1, 0), (1, 2), (2, 1)]),
        Example((2, 2, 0, 0), [(0, 1), (1, 0)]),
        Example((1, 1, 0, 0), []),
    ],
    holds=lambda _rows, _columns, row, column, ret: (
        all(abs(i - row) + abs(j - column) == 1 for i, j in ret) and len(ret) <= 4
    ),
)
def neighbours4(rows: Positive, columns: Positive, row: Nat, column: Nat) -> list[tuple[int, int]]:
    """The places above, left, right and below a cell that are inside a grid, in that order."""
    around = [(row - 1, column), (row, column - 1), (row, column + 1), (row + 1, column)]
    return [(i, j) for i, j in around if 0 <= i < rows and 0 <= j < columns]
