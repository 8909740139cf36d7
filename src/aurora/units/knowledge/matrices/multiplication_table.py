"""The table of products of 1 to `rows` with 1 to `columns`."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="multiplication table times table grid products",
    examples=[Example((2, 3), [[1, 2, 3], [2, 4, 6]]), Example((1, 1), [[1]]), Example((0, 4), [])],
    holds=lambda rows, columns, ret: len(ret) == rows and (not rows or ret[0] == list(range(1, columns + 1))),
)
def multiplication_table(rows: Nat, columns: Nat) -> list[list[int]]:
    """The table of products of 1 to `rows` with 1 to `columns`."""
    return [[row * column for column in range(1, columns + 1)] for row in range(1, rows + 1)]
