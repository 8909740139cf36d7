"""How far the sums of the two diagonals of a square matrix are apart."""

from aurora.contracts.component import Example, N, Square, component


@component(
    words="diagonal difference absolute sums primary secondary both diagonals",
    examples=[
        Example(([[11, 2, 4], [4, 5, 6], [10, 8, -12]],), 15),
        Example(([[7]],), 0),
        Example(([[1, 2], [3, 4]],), 0),
    ],
    holds=lambda _matrix, ret: ret >= 0,
)
def diagonal_difference(matrix: Square[N]) -> N:
    """How far the sums of the two diagonals of a square matrix are apart."""
    return abs(sum(row[i] - row[len(row) - 1 - i] for i, row in enumerate(matrix)))
