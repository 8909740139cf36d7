"""The grid in which the area of equal cells, joined along sides, around a place has a new value."""

from aurora.contracts.component import Example, Matrix, Nat, T, component


@component(
    words="flood fill paint bucket area same colour connected grid",
    examples=[
        Example(([[1, 1], [0, 1]], 0, 0, 5), [[5, 5], [0, 5]]),
        Example(([[1]], 0, 0, 1), [[1]]),
        Example(([[1, 0, 1]], 0, 2, 7), [[1, 0, 7]]),
    ],
    holds=lambda grid, row, column, value, ret: ret[row][column] == value and len(ret) == len(grid),
)
def flood_fill(grid: Matrix[T], row: Nat, column: Nat, value: T) -> Matrix[T]:
    """The grid in which the area of equal cells, joined along sides, around a place has a new value."""
    if not (0 <= row < len(grid) and 0 <= column < len(grid[0])):
        raise IndexError("the place is outside the grid")
    area = {(row, column)}
    stack = [(row, column)]
    while stack:
        i, j = stack.pop()
        for x, y in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            inside = 0 <= x < len(grid) and 0 <= y < len(grid[0])
            if inside and (x, y) not in area and grid[x][y] == grid[row][column]:
                area.add((x, y))
                stack.append((x, y))
    return [[value if (i, j) in area else cell for j, cell in enumerate(cells)] for i, cells in enumerate(grid)]
