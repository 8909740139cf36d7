"""Sums of all square blocks with a side of `size`, by the place of their top left cell."""

from aurora.contracts.component import Example, Matrix, Positive, component


@component(
    words="block submatrix k x k sums squares sliding window 2d",
    examples=[Example(([[1, 2, 3], [4, 5, 6]], 2), [[12, 16]]), Example(([[5]], 1), [[5]]), Example(([[1, 2]], 2), [])],
    holds=lambda matrix, size, ret: len(ret) == max(0, len(matrix) - size + 1) or size > len(matrix[0]),
)
def block_sums(matrix: Matrix[int], size: Positive) -> list[list[int]]:
    """Sums of all square blocks with a side of `size`, by the place of their top left cell."""
    if size < 1:
        raise ValueError("the size must be at least 1")
    if size > len(matrix[0]):
        return []
    wide = [[sum(row[j : j + size]) for j in range(len(row) - size + 1)] for row in matrix]
    return [[sum(column) for column in zip(*wide[i : i + size], strict=True)] for i in range(len(matrix) - size + 1)]
