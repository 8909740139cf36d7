"""Iterators: streams that are taken, cut, zipped and cycled."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=11,
    probes=(
        Probe(
            prompt="Queues take turns at a door: one element of each, round robin, until all are used up.",
            signature="def through_the_door(queues: list[list[int]]) -> list[int]",
            asserts=(
                "assert through_the_door([[1, 2, 3], [4], [5, 6]]) == [1, 4, 5, 2, 6, 3]",
                "assert through_the_door([[1], [2]]) == [1, 2]",
                "assert through_the_door([]) == []",
                "assert through_the_door([[], [7, 8]]) == [7, 8]",
            ),
            hidden=(
                "assert through_the_door([[1, 1], [2, 2], [3, 3]]) == [1, 2, 3, 1, 2, 3]",
                "assert through_the_door([[9, 8, 7, 6]]) == [9, 8, 7, 6]",
                "assert through_the_door([[1], [], [2, 3]]) == [1, 2, 3]",
                "assert through_the_door([[4, 5], [6, 7, 8]]) == [4, 6, 5, 7, 8]",
            ),
        ),
        Probe(
            prompt="Remove the rows of a table that are equal to an earlier one and keep the order.",
            signature="def drop_equal_rows(table: list[list[int]]) -> list[list[int]]",
            asserts=(
                "assert drop_equal_rows([[1, 2], [3], [1, 2]]) == [[1, 2], [3]]",
                "assert drop_equal_rows([[5], [5], [5]]) == [[5]]",
                "assert drop_equal_rows([]) == []",
                "assert drop_equal_rows([[2], [1], [2], [1]]) == [[2], [1]]",
            ),
            hidden=(
                "assert drop_equal_rows([[], []]) == [[]]",
                "assert drop_equal_rows([[7, 8], [8, 7]]) == [[7, 8], [8, 7]]",
                "assert drop_equal_rows([[1], [1, 1], [1]]) == [[1], [1, 1]]",
                "assert drop_equal_rows([[4, 4], [0], [0], [4, 4], [9]]) == [[4, 4], [0], [9]]",
            ),
        ),
        Probe(
            prompt="Cut a strip into sliding frames of one size that start at each step-th place.",
            signature="def film_frames(strip: list[int], size: int, apart: int) -> list[list[int]]",
            asserts=(
                "assert film_frames([1, 2, 3, 4, 5], 3, 2) == [[1, 2, 3], [3, 4, 5]]",
                "assert film_frames([1, 2], 3, 1) == []",
                "assert film_frames([], 1, 1) == []",
                "assert film_frames([1, 2, 3, 4], 2, 2) == [[1, 2], [3, 4]]",
            ),
            hidden=(
                "assert film_frames([1, 2, 3, 4, 5, 6], 2, 3) == [[1, 2], [4, 5]]",
                "assert film_frames([9, 8, 7], 1, 2) == [[9], [7]]",
                "assert film_frames([1, 2, 3, 4, 5, 6, 7], 4, 3) == [[1, 2, 3, 4], [4, 5, 6, 7]]",
                "assert film_frames([5, 5, 5], 3, 3) == [[5, 5, 5]]",
            ),
        ),
    ),
)
