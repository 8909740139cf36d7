"""Searching: places, bounds and nearest values."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=14,
    probes=(
        Probe(
            prompt="Find all peaks: the places of a mountain chain that are greater than both neighbours.",
            signature="def mountain_tops(heights: list[int]) -> list[int]",
            asserts=(
                "assert mountain_tops([1, 3, 2, 5]) == [1, 3]",
                "assert mountain_tops([4]) == [0]",
                "assert mountain_tops([]) == []",
                "assert mountain_tops([1, 2, 3]) == [2]",
            ),
            hidden=(
                "assert mountain_tops([5, 1, 5]) == [0, 2]",
                "assert mountain_tops([2, 2, 2]) == []",
                "assert mountain_tops([1, 9, 1, 9, 1]) == [1, 3]",
                "assert mountain_tops([3, 2, 1]) == [0]",
            ),
        ),
        Probe(
            prompt="Which number of the list lies closest below a limit? Nothing if there is none.",
            signature="def closest_below(numbers: list[int], limit: int) -> int | None",
            asserts=(
                "assert closest_below([1, 5, 9], 9) == 5",
                "assert closest_below([5], 2) == None",
                "assert closest_below([], 1) == None",
                "assert closest_below([3, 7, 6], 7) == 6",
            ),
            hidden=(
                "assert closest_below([10, 20, 30], 100) == 30",
                "assert closest_below([-5, -1], 0) == -1",
                "assert closest_below([4, 4], 4) == None",
                "assert closest_below([8, 2, 5], 6) == 5",
            ),
        ),
        Probe(
            prompt="Where in a grid does a number stand? List row and column of each.",
            signature="def grid_places(grid: list[list[int]], number: int) -> list[tuple[int, int]]",
            asserts=(
                "assert grid_places([[1, 2], [2, 3]], 2) == [(0, 1), (1, 0)]",
                "assert grid_places([[1]], 5) == []",
                "assert grid_places([], 1) == []",
                "assert grid_places([[0, 0], [0, 1]], 0) == [(0, 0), (0, 1), (1, 0)]",
            ),
            hidden=(
                "assert grid_places([[7, 8, 7]], 7) == [(0, 0), (0, 2)]",
                "assert grid_places([[1], [2], [1]], 1) == [(0, 0), (2, 0)]",
                "assert grid_places([[3, 4], [5, 6]], 6) == [(1, 1)]",
                "assert grid_places([[9, 9], [9]], 9) == [(0, 0), (0, 1), (1, 0)]",
            ),
        ),
    ),
)
