"""The sum of all numbers of all rows."""

from aurora.contracts.component import Example, N, component


@component(
    words="total of nested list sum of everything two dimensional",
    examples=[Example(([[1, 2], [3]],), 6), Example(([[]],), 0), Example(([],), 0)],
    holds=lambda rows, ret: any(rows) or ret == 0,
)
def grand_total(rows: list[list[N]]) -> N:
    """The sum of all numbers of all rows."""
    return sum(number for row in rows for number in row)
