"""Whether every diagonal that goes down to the right has one value only."""

import itertools

from aurora.contracts.component import Example, Matrix, T, component


@component(
    words="toeplitz matrix check diagonal constant same elements",
    examples=[Example(([[1, 2, 3], [4, 1, 2]],), True), Example(([[1, 2], [2, 2]],), False), Example(([[7]],), True)],
    holds=lambda matrix, ret: not ret or len({row[i] for i, row in enumerate(matrix[: len(matrix[0])])}) == 1,
)
def is_toeplitz(matrix: Matrix[T]) -> bool:
    """Whether every diagonal that goes down to the right has one value only."""
    return all(upper[:-1] == lower[1:] for upper, lower in itertools.pairwise(matrix))
