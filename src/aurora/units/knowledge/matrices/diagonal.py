"""The main diagonal of a matrix, from the top left."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="diagonal main principal elements top left",
    examples=[Example(([[1, 2], [3, 4]],), [1, 4]), Example(([[1, 2, 3]],), [1]), Example(([[7]],), [7])],
    holds=lambda matrix, ret: ret[0] == matrix[0][0] and len(ret) == min(len(matrix), len(matrix[0])),
)
def diagonal(matrix: Matrix[T]) -> list[T]:
    """The main diagonal of a matrix, from the top left."""
    return [row[i] for i, row in enumerate(matrix) if i < len(row)]
