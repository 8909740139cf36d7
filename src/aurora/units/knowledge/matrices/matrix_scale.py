"""The matrix with every cell multiplied by a factor."""

from aurora.contracts.component import Example, N, component


@component(
    words="scale matrix scalar multiply every cell by constant",
    examples=[Example(([[1, -2]], 3), [[3, -6]]), Example(([[0], [1]], 0), [[0], [0]]), Example(([], 2), [])],
    holds=lambda matrix, factor, ret: (
        [len(row) for row in ret] == [len(row) for row in matrix] and (factor != 1 or ret == matrix)
    ),
)
def matrix_scale(matrix: list[list[N]], factor: N) -> list[list[N]]:
    """The matrix with every cell multiplied by a factor."""
    return [[cell * factor for cell in row] for row in matrix]
