"""Rounds until cells with 2 have turned all cells with 1 that touch along sides into 2; -1 when some stay.

Breadth-first search from all sources at once.
"""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="rotting oranges spread infection time rounds grid multi source",
    examples=[Example(([[2, 1, 1], [1, 1, 0], [0, 1, 1]],), 4), Example(([[1, 0, 2]],), -1), Example(([[0, 2]],), 0)],
    holds=lambda grid, ret: (ret == 0) == all(cell != 1 for row in grid for cell in row),
)
def spread_time(grid: Matrix[int]) -> int:
    """Rounds until cells with 2 have turned all cells with 1 that touch along sides into 2; -1 when some stay."""
    fresh = {(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if cell == 1}
    wave = {(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if cell == 2}
    rounds = 0
    while fresh:
        near = {cell for i, j in wave for cell in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))}
        wave = fresh & near
        if not wave:
            return -1
        fresh -= wave
        rounds += 1
    return rounds
