"""Weighted graphs: cheapest ways, spanning trees, sets that grow together, weak points."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=49,
    probes=(
        Probe(
            prompt=(
                "Roads are (town, town, km) and run both ways. How long is the shortest way between two towns? -1 if "
                "there is none."
            ),
            signature="def kilometres(roads: list[tuple[str, str, int]], start: str, goal: str) -> int",
            asserts=(
                "assert kilometres([('a', 'b', 4), ('b', 'c', 3), ('a', 'c', 9)], 'a', 'c') == 7",
                "assert kilometres([('a', 'b', 4)], 'a', 'x') == -1",
                "assert kilometres([], 'a', 'a') == 0",
                "assert kilometres([('a', 'b', 4), ('b', 'c', 3)], 'c', 'a') == 7",
            ),
            hidden=(
                "assert kilometres([('a', 'b', 1), ('b', 'c', 1), ('c', 'd', 1), ('a', 'd', 5)], 'a', 'd') == 3",
                "assert kilometres([('a', 'b', 2), ('c', 'd', 2)], 'a', 'd') == -1",
                "assert kilometres([('p', 'q', 10), ('p', 'q', 6)], 'q', 'p') == 6",
                "assert kilometres([('m', 'n', 8)], 'm', 'n') == 8",
            ),
        ),
        Probe(
            prompt="Least total cable that joins all houses 0 to n - 1, from a list of (house, house, metres).",
            signature="def cable(n: int, offers: list[tuple[int, int, int]]) -> int",
            asserts=(
                "assert cable(3, [(0, 1, 5), (1, 2, 3), (0, 2, 4)]) == 7",
                "assert cable(1, []) == 0",
                "assert cable(2, [(0, 1, 9), (0, 1, 2)]) == 2",
                "assert cable(4, [(0, 1, 1), (1, 2, 2), (2, 3, 3), (3, 0, 4)]) == 6",
            ),
            hidden=(
                "assert cable(2, [(0, 1, 7)]) == 7",
                "assert cable(3, [(0, 1, 1), (0, 2, 1), (1, 2, 1)]) == 2",
                "assert cable(4, [(0, 1, 10), (0, 2, 6), (0, 3, 5), (1, 3, 15), (2, 3, 4)]) == 19",
                "assert cable(3, [(0, 1, 2), (1, 2, 8), (0, 2, 3)]) == 5",
            ),
        ),
    ),
)
