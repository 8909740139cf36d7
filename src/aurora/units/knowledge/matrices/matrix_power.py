"""A square matrix multiplied with itself: its power with an exponent that is not negative.

Exponentiation by squaring.
"""

from aurora.contracts.component import Example, Nat, Square, component


@component(
    words="matrix power exponent repeated multiplication",
    examples=[
        Example(([[1, 1], [1, 0]], 5), [[8, 5], [5, 3]]),
        Example(([[2]], 10), [[1024]]),
        Example(([[1, 2], [3, 4]], 0), [[1, 0], [0, 1]]),
    ],
    holds=lambda matrix, exponent, ret: exponent != 1 or ret == matrix,
)
def matrix_power(matrix: Square[int], exponent: Nat) -> Square[int]:
    """A square matrix multiplied with itself: its power with an exponent that is not negative."""
    if exponent < 0 or any(len(row) != len(matrix) for row in matrix):
        raise ValueError("a square matrix and an exponent that is not negative are needed")
    size = range(len(matrix))
    power = [[int(i == j) for j in size] for i in size]
    base = matrix
    while exponent:
        if exponent & 1:
            power = [[sum(row[k] * base[k][j] for k in size) for j in size] for row in power]
        exponent >>= 1
        if exponent:
            base = [[sum(row[k] * base[k][j] for k in size) for j in size] for row in base]
    return power
