"""The largest cell of each row."""

from aurora.contracts.component import C, Example, NonEmpty, component


@component(
    words="maximum largest of each row sublist",
    examples=[Example(([[1, 2], [4, 3]],), [2, 4]), Example(([["b", "a"]],), ["b"]), Example(([],), [])],
    holds=lambda rows, ret: all(largest in row for largest, row in zip(ret, rows, strict=True)),
)
def row_maxima(rows: list[NonEmpty[C]]) -> list[C]:
    """The largest cell of each row."""
    return [max(row) for row in rows]
