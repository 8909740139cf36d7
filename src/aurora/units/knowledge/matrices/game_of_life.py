"""The next generation of a grid of cells that are 1 (alive) or 0.

Conway 1970: a cell lives next with three living neighbours, or with two if it lives now.
"""

from aurora.contracts.component import Bit, Example, Matrix, component


@component(
    words="game of life conway next generation cellular automaton step alive dead",
    examples=[
        Example(([[0, 1, 0], [0, 1, 0], [0, 1, 0]],), [[0, 0, 0], [1, 1, 1], [0, 0, 0]]),
        Example(([[1, 1], [1, 1]],), [[1, 1], [1, 1]]),
        Example(([[1]],), [[0]]),
    ],
    holds=lambda grid, ret: any(map(any, grid)) or not any(map(any, ret)),
)
def game_of_life(grid: Matrix[Bit]) -> Matrix[Bit]:
    """The next generation of a grid of cells that are 1 (alive) or 0."""

    def lives(i: int, j: int) -> bool:
        block = sum(sum(row[max(0, j - 1) : j + 2]) for row in grid[max(0, i - 1) : i + 2])
        return block == 3 or (block == 4 and grid[i][j] == 1)

    return [[int(lives(i, j)) for j in range(len(row))] for i, row in enumerate(grid)]
