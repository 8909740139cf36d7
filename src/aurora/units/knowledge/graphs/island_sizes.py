"""Sizes, descending, of the areas of a grid whose cells are true and joined along sides."""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="island sizes area largest connected region ones grid",
    examples=[Example(([[1, 1, 0], [0, 0, 1]],), [2, 1]), Example(([[0]],), []), Example(([[1, 0], [1, 1]],), [3])],
    holds=lambda grid, ret: sum(ret) == sum(bool(cell) for row in grid for cell in row),
)
def island_sizes(grid: Matrix[int]) -> list[int]:
    """Sizes, descending, of the areas of a grid whose cells are true and joined along sides."""
    land = {(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if cell}
    sizes = []
    while land:
        area = [land.pop()]
        for i, j in area:
            near = land & {(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)}
            land -= near
            area += near
        sizes.append(len(area))
    return sorted(sizes, reverse=True)
