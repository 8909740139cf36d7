"""Whether a list of rows is a square matrix."""

from aurora.contracts.component import Example, T, component


@component(
    words="square matrix same number of rows and columns check",
    examples=[Example(([[1, 2], [3, 4]],), True), Example(([[1, 2]],), False), Example(([[1, 2], [3]],), False)],
    holds=lambda rows, ret: not ret or sum(map(len, rows)) == len(rows) ** 2,
)
def is_square(rows: list[list[T]]) -> bool:
    """Whether a list of rows is a square matrix."""
    return all(len(row) == len(rows) for row in rows)
