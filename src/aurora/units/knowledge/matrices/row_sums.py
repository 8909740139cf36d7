"""The sum of each row."""

from aurora.contracts.component import Example, N, component


@component(
    words="row sums totals sum of each sublist",
    examples=[Example(([[1, 2], [3, 4]],), [3, 7]), Example(([[], [5]],), [0, 5]), Example(([],), [])],
    holds=lambda rows, ret: len(ret) == len(rows),
)
def row_sums(rows: list[list[N]]) -> list[N]:
    """The sum of each row."""
    return [sum(row) for row in rows]
