"""The matrix with the cells of each row in ascending order."""

from aurora.contracts.component import C, Example, component


@component(
    words="sort each row sublist ascending inner lists",
    examples=[
        Example(([[3, 1], [2, 0]],), [[1, 3], [0, 2]]),
        Example(([["b", "a"]],), [["a", "b"]]),
        Example(([],), []),
    ],
    holds=lambda rows, ret: all(set(a) == set(b) for a, b in zip(rows, ret, strict=True)),
)
def sort_rows(rows: list[list[C]]) -> list[list[C]]:
    """The matrix with the cells of each row in ascending order."""
    return [sorted(row) for row in rows]
