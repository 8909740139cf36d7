"""All ways to put a queen in each row of a board so that none threatens another: the columns, row by row.

Bezzel 1848; columns and diagonals already taken are kept in sets.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="n queens puzzle all solutions chessboard placements columns",
    examples=[Example((4,), [[1, 3, 0, 2], [2, 0, 3, 1]]), Example((3,), []), Example((1,), [[0]])],
    holds=lambda size, ret: all(sorted(columns) == list(range(size)) for columns in ret),
    cost=3.0,
)
def n_queens(size: Nat) -> list[list[int]]:
    """All ways to put a queen in each row of a board so that none threatens another: the columns, row by row."""
    found = []
    stack: list[list[int]] = [[]]
    while stack:
        columns = stack.pop()
        row = len(columns)
        if row == size:
            found.append(columns)
            continue
        taken = {column + turn * (row - line) for line, column in enumerate(columns) for turn in (-1, 0, 1)}
        stack += [[*columns, column] for column in range(size - 1, -1, -1) if column not in taken]
    return found
