"""Combinatorics: arrangements, choices, partitions and the numbers that count them."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=21,
    probes=(
        Probe(
            prompt=(
                "In how many ways can a set of labelled marbles be put into a number of identical boxes with no box "
                "empty?"
            ),
            signature="def box_ways(marbles: int, boxes: int) -> int",
            asserts=(
                "assert box_ways(4, 2) == 7",
                "assert box_ways(3, 3) == 1",
                "assert box_ways(2, 5) == 0",
                "assert box_ways(5, 3) == 25",
            ),
            hidden=(
                "assert box_ways(0, 0) == 1",
                "assert box_ways(6, 2) == 31",
                "assert box_ways(7, 4) == 350",
                "assert box_ways(3, 0) == 0",
            ),
        ),
        Probe(
            prompt=(
                "The arrangement of the numbers that comes right after the given one in dictionary order, the first "
                "one after the last."
            ),
            signature="def following_order(order: list[int]) -> list[int]",
            asserts=(
                "assert following_order([1, 2, 3]) == [1, 3, 2]",
                "assert following_order([3, 2, 1]) == [1, 2, 3]",
                "assert following_order([1, 3, 2]) == [2, 1, 3]",
                "assert following_order([1, 1, 5]) == [1, 5, 1]",
            ),
            hidden=(
                "assert following_order([]) == []",
                "assert following_order([2, 3, 1]) == [3, 1, 2]",
                "assert following_order([1, 2, 4, 3]) == [1, 3, 2, 4]",
                "assert following_order([5, 5]) == [5, 5]",
            ),
        ),
        Probe(
            prompt="All ways to write a number as a sum of positive numbers, largest part first, regardless of order.",
            signature="def sums_of(number: int) -> list[list[int]]",
            asserts=(
                "assert sums_of(3) == [[3], [2, 1], [1, 1, 1]]",
                "assert sums_of(1) == [[1]]",
                "assert sums_of(0) == [[]]",
                "assert sums_of(4) == [[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]",
            ),
            hidden=(
                "assert sums_of(2) == [[2], [1, 1]]",
                "assert len(sums_of(5)) == 7",
                "assert sums_of(5)[2] == [3, 2]",
                "assert len(sums_of(10)) == 42",
            ),
        ),
    ),
)
