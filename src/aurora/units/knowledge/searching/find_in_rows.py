"""All (row, column) places at which a value stands in rows."""

from aurora.contracts.component import Example, T, component


@component(
    words="locate element in matrix nested list coordinates positions two dimensional",
    examples=[Example(([[1, 2], [2, 3]], 2), [(0, 1), (1, 0)]), Example(([[1]], 5), []), Example(([], 1), [])],
    holds=lambda rows, value, ret: (
        all(rows[row][column] == value for row, column in ret) and len(ret) == sum(row.count(value) for row in rows)
    ),
)
def find_in_rows(rows: list[list[T]], value: T) -> list[tuple[int, int]]:
    """All (row, column) places at which a value stands in rows."""
    return [(at, place) for at, row in enumerate(rows) for place, other in enumerate(row) if other == value]
