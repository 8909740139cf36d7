"""The least and the greatest element of each column; columns that not every row has are left out."""

from aurora.contracts.component import C, Example, component


@component(
    words="min and max per column vertical bounds",
    examples=[Example(([[1, 5], [3, 4]],), [(1, 3), (4, 5)]), Example(([[7]],), [(7, 7)]), Example(([],), [])],
    holds=lambda rows, ret: len(ret) == min(map(len, rows), default=0) and not any(high < low for low, high in ret),
)
def column_extremes(rows: list[list[C]]) -> list[tuple[C, C]]:
    """The least and the greatest element of each column; columns that not every row has are left out."""
    return [(min(column), max(column)) for column in zip(*rows, strict=False)]
