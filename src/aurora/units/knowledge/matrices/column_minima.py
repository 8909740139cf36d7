"""The smallest cell of each column."""

from aurora.contracts.component import C, Example, Matrix, component


@component(
    words="minimum smallest of each column",
    examples=[Example(([[1, 2], [4, 0]],), [1, 0]), Example(([["b", "a"]],), ["b", "a"]), Example(([[3], [5]],), [3])],
    holds=lambda matrix, ret: len(ret) == len(matrix[0]),
)
def column_minima(matrix: Matrix[C]) -> list[C]:
    """The smallest cell of each column."""
    return [min(column) for column in zip(*matrix, strict=True)]
