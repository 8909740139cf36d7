"""Graph traversal: what is connected to what, in which order, how many steps away."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=31,
    probes=(
        Probe(
            prompt=(
                "Fewest bus rides from one town to another along direct lines that run both ways, -1 if there is no "
                "way."
            ),
            signature="def bus_rides(lines: list[tuple[str, str]], start: str, goal: str) -> int",
            asserts=(
                "assert bus_rides([('a', 'b'), ('b', 'c')], 'a', 'c') == 2",
                "assert bus_rides([('a', 'b')], 'a', 'z') == -1",
                "assert bus_rides([], 'x', 'x') == 0",
                "assert bus_rides([('a', 'b'), ('b', 'c'), ('c', 'd'), ('a', 'd')], 'd', 'b') == 2",
            ),
            hidden=(
                "assert bus_rides([('a', 'b')], 'b', 'a') == 1",
                "assert bus_rides([('a', 'b'), ('c', 'd')], 'a', 'd') == -1",
                "assert bus_rides([('p', 'q'), ('q', 'r'), ('p', 'r')], 'p', 'r') == 1",
                "assert bus_rides([('1', '2'), ('2', '3'), ('3', '4'), ('4', '5')], '1', '5') == 4",
            ),
        ),
        Probe(
            prompt="How many lakes (areas of 1 joined along sides) are there on the map?",
            signature="def lakes(area: list[list[int]]) -> int",
            asserts=(
                "assert lakes([[1, 0], [0, 1]]) == 2",
                "assert lakes([[0]]) == 0",
                "assert lakes([[1, 1], [1, 0]]) == 1",
                "assert lakes([[1, 0, 1], [1, 0, 1], [0, 0, 1]]) == 2",
            ),
            hidden=(
                "assert lakes([[1, 1, 1], [1, 0, 1], [1, 1, 1]]) == 1",
                "assert lakes([[1, 0, 1, 0, 1]]) == 3",
                "assert lakes([[0, 1], [1, 0], [1, 1]]) == 2",
                "assert lakes([[1]]) == 1",
            ),
        ),
        Probe(
            prompt=(
                "An order in which courses can be taken when each (first, later) pair must keep its order; smallest "
                "number first where there is a choice."
            ),
            signature="def course_order(courses: int, pairs: list[tuple[int, int]]) -> list[int]",
            asserts=(
                "assert course_order(3, [(2, 0)]) == [1, 2, 0]",
                "assert course_order(2, []) == [0, 1]",
                "assert course_order(4, [(3, 2), (2, 1), (1, 0)]) == [3, 2, 1, 0]",
                "assert course_order(3, [(0, 1), (0, 2)]) == [0, 1, 2]",
            ),
            hidden=(
                "assert course_order(1, []) == [0]",
                "assert course_order(3, [(1, 0)]) == [1, 0, 2]",
                "assert course_order(4, [(3, 0), (2, 0)]) == [1, 2, 3, 0]",
                "assert course_order(4, [(0, 3), (3, 1), (1, 2)]) == [0, 3, 1, 2]",
            ),
        ),
    ),
)
