"""The smallest cell of each row."""

from aurora.contracts.component import C, Example, NonEmpty, component


@component(
    words="minimum smallest of each row sublist",
    examples=[Example(([[1, 2], [4, 3]],), [1, 3]), Example(([["b", "a"]],), ["a"]), Example(([],), [])],
    holds=lambda rows, ret: all(smallest in row for smallest, row in zip(ret, rows, strict=True)),
)
def row_minima(rows: list[NonEmpty[C]]) -> list[C]:
    """The smallest cell of each row."""
    return [min(row) for row in rows]
