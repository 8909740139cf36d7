"""Windows, two pointers and prefix sums: one pass over what lies side by side."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=34,
    probes=(
        Probe(
            prompt="How much water stays between the walls of different heights after rain?",
            signature="def puddles(walls: list[int]) -> int",
            asserts=(
                "assert puddles([3, 0, 2]) == 2",
                "assert puddles([1, 2, 3]) == 0",
                "assert puddles([]) == 0",
                "assert puddles([4, 1, 3, 0, 5]) == 8",
            ),
            hidden=(
                "assert puddles([2, 0, 2]) == 2",
                "assert puddles([5, 1, 1, 1, 5]) == 12",
                "assert puddles([3, 2, 1]) == 0",
                "assert puddles([2, 1, 0, 3, 1, 2]) == 4",
            ),
        ),
        Probe(
            prompt="In how many stretches of neighbouring days is the total exactly the goal?",
            signature="def stretches(days: list[int], goal: int) -> int",
            asserts=(
                "assert stretches([1, 1, 1], 2) == 2",
                "assert stretches([], 0) == 0",
                "assert stretches([3, -3, 3], 0) == 2",
                "assert stretches([1, 2, 3, 4], 5) == 1",
            ),
            hidden=(
                "assert stretches([0, 0], 0) == 3",
                "assert stretches([5], 5) == 1",
                "assert stretches([2, -1, 1, 2], 2) == 4",
                "assert stretches([4, 4, 4], 3) == 0",
            ),
        ),
        Probe(
            prompt="Highest temperature in each run of k days in a row.",
            signature="def hottest(days: list[int], k: int) -> list[int]",
            asserts=(
                "assert hottest([1, 5, 2, 4], 2) == [5, 5, 4]",
                "assert hottest([3], 1) == [3]",
                "assert hottest([1, 2], 3) == []",
                "assert hottest([9, 8, 7, 6], 3) == [9, 8]",
            ),
            hidden=(
                "assert hottest([4, 4, 4], 2) == [4, 4]",
                "assert hottest([1, 2, 3, 4], 4) == [4]",
                "assert hottest([-1, -5, -2], 2) == [-1, -2]",
                "assert hottest([7, 1, 1, 1, 8], 2) == [7, 1, 1, 8]",
            ),
        ),
    ),
)
