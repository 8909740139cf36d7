"""Greedy choices and intervals: what overlaps, what fits, what to take first."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=33,
    probes=(
        Probe(
            prompt=(
                "Bookings of a tennis court are given as (from, to). Join those that overlap or touch, in the order "
                "of time."
            ),
            signature="def joined_bookings(bookings: list[tuple[int, int]]) -> list[tuple[int, int]]",
            asserts=(
                "assert joined_bookings([(8, 10), (9, 12), (14, 15)]) == [(8, 12), (14, 15)]",
                "assert joined_bookings([]) == []",
                "assert joined_bookings([(5, 6), (1, 2)]) == [(1, 2), (5, 6)]",
                "assert joined_bookings([(1, 9), (2, 3)]) == [(1, 9)]",
            ),
            hidden=(
                "assert joined_bookings([(1, 2), (2, 3)]) == [(1, 3)]",
                "assert joined_bookings([(4, 4)]) == [(4, 4)]",
                "assert joined_bookings([(7, 9), (1, 3), (2, 8)]) == [(1, 9)]",
                "assert joined_bookings([(1, 2), (4, 5), (3, 3)]) == [(1, 2), (3, 3), (4, 5)]",
            ),
        ),
        Probe(
            prompt=(
                "How many classrooms are needed so that all lessons, given as (start, end), can take place? A room is"
                " free again at the end."
            ),
            signature="def classrooms(lessons: list[tuple[int, int]]) -> int",
            asserts=(
                "assert classrooms([(9, 11), (10, 12), (11, 13)]) == 2",
                "assert classrooms([]) == 0",
                "assert classrooms([(1, 2), (2, 3), (3, 4)]) == 1",
                "assert classrooms([(1, 9), (2, 8), (3, 7)]) == 3",
            ),
            hidden=(
                "assert classrooms([(5, 6)]) == 1",
                "assert classrooms([(1, 4), (1, 4)]) == 2",
                "assert classrooms([(1, 5), (6, 9), (2, 7)]) == 2",
                "assert classrooms([(8, 9), (3, 8), (1, 4)]) == 2",
            ),
        ),
        Probe(
            prompt=(
                "Each stone says how far one may hop forward from it at most. What is the least number of hops to the"
                " last stone, -1 if it is out of reach?"
            ),
            signature="def hops(stones: list[int]) -> int",
            asserts=(
                "assert hops([2, 3, 1, 1, 4]) == 2",
                "assert hops([0]) == 0",
                "assert hops([1, 0, 2]) == -1",
                "assert hops([1, 1, 1]) == 2",
            ),
            hidden=(
                "assert hops([5, 0, 0, 0]) == 1",
                "assert hops([0, 1]) == -1",
                "assert hops([1, 2, 1, 1, 1]) == 3",
                "assert hops([3, 2, 1, 0, 4]) == -1",
            ),
        ),
    ),
)
