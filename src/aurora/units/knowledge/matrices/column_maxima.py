"""The largest cell of each column."""

from aurora.contracts.component import C, Example, Matrix, component


@component(
    words="maximum largest of each column",
    examples=[Example(([[1, 2], [4, 0]],), [4, 2]), Example(([["b", "a"]],), ["b", "a"]), Example(([[3], [5]],), [5])],
    holds=lambda matrix, ret: len(ret) == len(matrix[0]),
)
def column_maxima(matrix: Matrix[C]) -> list[C]:
    """The largest cell of each column."""
    return [max(column) for column in zip(*matrix, strict=True)]
