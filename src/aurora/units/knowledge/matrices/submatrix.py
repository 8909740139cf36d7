"""The rows `top` to `bottom` and columns `left` to `right` of a matrix, the last ones not included."""

from aurora.contracts.component import Example, Matrix, Nat, T, component


@component(
    words="submatrix slice block crop part of matrix rows and columns",
    examples=[
        Example(([[1, 2, 3], [4, 5, 6]], 0, 1, 2, 3), [[2, 3], [5, 6]]),
        Example(([[1, 2], [3, 4]], 0, 0, 1, 1), [[1]]),
        Example(([[1]], 1, 0, 1, 1), []),
    ],
    holds=lambda _matrix, top, _left, bottom, _right, ret: len(ret) <= max(0, bottom - top),
)
def submatrix(matrix: Matrix[T], top: Nat, left: Nat, bottom: Nat, right: Nat) -> list[list[T]]:
    """The rows `top` to `bottom` and columns `left` to `right` of a matrix, the last ones not included."""
    return [row[left:right] for row in matrix[top:bottom]]
