"""The product of a matrix and a vector: the dot product of each row with it."""

from aurora.contracts.component import Example, Matrix, N, component


@component(
    words="matrix vector multiply product rows weights dot",
    examples=[
        Example(([[1, 2], [3, 4]], [10, 1]), [12, 34]),
        Example(([[2]], [3]), [6]),
        Example(([[0, 0]], [1, 1]), [0]),
    ],
    holds=lambda matrix, vector, ret: len(ret) == len(matrix) and (any(vector) or not any(ret)),
)
def matrix_vector(matrix: Matrix[N], vector: list[N]) -> list[N]:
    """The product of a matrix and a vector: the dot product of each row with it."""
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
