"""The sum of each column."""

from aurora.contracts.component import Example, Matrix, N, component


@component(
    words="column sums totals add up lists position wise",
    examples=[Example(([[1, 2], [3, 4]],), [4, 6]), Example(([[5]],), [5]), Example(([[1, -1]],), [1, -1])],
    holds=lambda matrix, ret: len(ret) == len(matrix[0]),
)
def column_sums(matrix: Matrix[N]) -> list[N]:
    """The sum of each column."""
    return [sum(column) for column in zip(*matrix, strict=True)]
