"""Number of areas of a grid whose cells are true and joined along sides."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="number of islands count connected regions areas ones grid land water",
    examples=[Example(([[1, 1, 0], [0, 0, 1]],), 2), Example(([[0]],), 0), Example(([[1, 0], [0, 1]],), 2)],
    holds=lambda grid, ret: (ret > 0) == any(map(any, grid)) and ret <= sum(bool(cell) for row in grid for cell in row),
)
def islands(grid: Matrix[int]) -> int:
    """Number of areas of a grid whose cells are true and joined along sides."""
    land = {(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if cell}
    count = 0
    while land:
        count += 1
        stack = [land.pop()]
        while stack:
            i, j = stack.pop()
            near = land & {(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)}
            land -= near
            stack += near
    return count
