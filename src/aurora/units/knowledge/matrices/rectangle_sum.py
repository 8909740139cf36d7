"""Sum of the cells from (top, left) to (bottom, right), both included."""

from aurora.contracts.component import Example, Matrix, N, Nat, component


@component(
    words="rectangle region submatrix sum query block total",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6]], 0, 1, 1, 2), 16),
        Example(([[5]], 0, 0, 0, 0), 5),
        Example(([[1, 2], [3, 4]], 1, 0, 1, 1), 7),
    ],
    holds=lambda matrix, top, left, bottom, right, ret: (top, left) != (bottom, right) or ret == matrix[top][left],
)
def rectangle_sum(matrix: Matrix[N], top: Nat, left: Nat, bottom: Nat, right: Nat) -> N:
    """Sum of the cells from (top, left) to (bottom, right), both included."""
    if not (0 <= top <= bottom < len(matrix) and 0 <= left <= right < len(matrix[0])):
        raise IndexError("the rectangle is not inside the matrix")
    return sum(sum(row[left : right + 1]) for row in matrix[top : bottom + 1])
