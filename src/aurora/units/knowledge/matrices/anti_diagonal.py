"""The diagonal of a matrix that starts at the top right."""

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="anti diagonal secondary counter other elements top right",
    examples=[Example(([[1, 2], [3, 4]],), [2, 3]), Example(([[1, 2, 3]],), [3]), Example(([[7]],), [7])],
    holds=lambda matrix, ret: ret[0] == matrix[0][-1] and len(ret) == min(len(matrix), len(matrix[0])),
)
def anti_diagonal(matrix: Matrix[T]) -> list[T]:
    """The diagonal of a matrix that starts at the top right."""
    return [row[len(row) - 1 - i] for i, row in enumerate(matrix) if i < len(row)]
