"""The sum of all cells."""

from aurora.contracts.component import Example, N, component


@component(
    words="sum total all elements matrix grid nested list of lists",
    examples=[Example(([[1, 2], [3, 4]],), 10), Example(([[]],), 0), Example(([],), 0)],
    holds=lambda rows, ret: any(map(any, rows)) or ret == 0,
)
def matrix_sum(rows: list[list[N]]) -> N:
    """The sum of all cells."""
    return sum(cell for row in rows for cell in row)
