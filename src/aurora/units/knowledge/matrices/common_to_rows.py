"""The distinct values that are in every row, ascending."""

from aurora.contracts.component import C, Example, NonEmpty, component


@component(
    words="common elements in all rows sublists every list intersection",
    examples=[
        Example(([[1, 2, 3], [3, 2], [2, 5, 3]],), [2, 3]),
        Example(([[1], [2]],), []),
        Example(([["a", "a"]],), ["a"]),
    ],
    holds=lambda rows, ret: all(set(ret) <= set(row) for row in rows),
)
def common_to_rows(rows: NonEmpty[list[C]]) -> list[C]:
    """The distinct values that are in every row, ascending."""
    return sorted(set(rows[0]).intersection(*rows[1:]))
