"""Fewest steps between two cells of a grid along sides, cells that are true being walls; -1 when there is no way.

Breadth-first search, Moore 1959, which he made for mazes.
"""

from aurora.contracts.component import Example, Matrix, component


@component(
    words="shortest path maze grid steps walls labyrinth",
    examples=[
        Example(([[0, 1], [0, 0]], (0, 0), (1, 1)), 2),
        Example(([[0, 1, 0]], (0, 0), (0, 2)), -1),
        Example(([[0]], (0, 0), (0, 0)), 0),
    ],
    holds=lambda _grid, start, goal, ret: ret == -1 or ret >= abs(start[0] - goal[0]) + abs(start[1] - goal[1]),
)
def maze_steps(grid: Matrix[int], start: tuple[int, int], goal: tuple[int, int]) -> int:
    """Fewest steps between two cells of a grid along sides, cells that are true being walls; -1 when there is no
    way.
    """
    free = {(i, j) for i, row in enumerate(grid) for j, cell in enumerate(row) if not cell}
    if start not in free:
        return -1
    steps = {start: 0}
    queue = [start]
    for i, j in queue:
        for cell in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            if cell in free and cell not in steps:
                steps[cell] = steps[i, j] + 1
                queue.append(cell)
    return steps.get(goal, -1)
