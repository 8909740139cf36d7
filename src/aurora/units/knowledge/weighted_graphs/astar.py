"""The lowest total of cells entered on a way through a grid of costs along sides; -1 when start and goal do not fit
it.

A*, Hart, Nilsson and Raphael 1968: the estimate is the distance along the axes times the lowest cost.
"""

import heapq

from aurora.contracts.component import Example, Matrix, Nat, component


@component(
    words="a star search grid cheapest path cost heuristic",
    examples=[
        Example(([[1, 9, 1], [1, 1, 1]], (0, 0), (0, 2)), 4),
        Example(([[5]], (0, 0), (0, 0)), 0),
        Example(([[1, 2]], (0, 0), (3, 3)), -1),
    ],
    holds=lambda _grid, start, goal, ret: ret >= -1 and (ret == -1 or start != goal or ret == 0),
)
def astar(grid: Matrix[Nat], start: tuple[int, int], goal: tuple[int, int]) -> int:
    """The lowest total of cells entered between two places of a grid; raises `ValueError` for negative costs."""
    cheapest = min(map(min, grid))
    if cheapest < 0:
        raise ValueError("a cost is negative")
    costs = {(i, j): cost for i, row in enumerate(grid) for j, cost in enumerate(row)}
    if start not in costs or goal not in costs:
        return -1
    best = {start: 0}
    heap = [(0, start)]
    while heap:
        _, cell = heapq.heappop(heap)
        if cell == goal:
            break
        i, j = cell
        for near in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
            if near in costs and best[cell] + costs[near] < best.get(near, best[cell] + costs[near] + 1):
                best[near] = best[cell] + costs[near]
                left = cheapest * (abs(near[0] - goal[0]) + abs(near[1] - goal[1]))
                heapq.heappush(heap, (best[near] + left, near))
    return best[goal]
