"""The first place (row, column) of a value, row by row; None when it is nowhere."""

from aurora.contracts.component import Example, T, component


@component(
    words="find search locate value position coordinates matrix grid index",
    examples=[
        Example(([[1, 2], [3, 4]], 3), (1, 0)),
        Example(([[1]], 5), None),
        Example(([["a", "b"], ["b"]], "b"), (0, 1)),
    ],
    holds=lambda rows, value, ret: rows[ret[0]][ret[1]] == value if ret else all(value not in row for row in rows),
)
def find_in_matrix(rows: list[list[T]], value: T) -> tuple[int, int] | None:
    """The first place (row, column) of a value, row by row; None when it is nowhere."""
    return next(((i, row.index(value)) for i, row in enumerate(rows) if value in row), None)
