"""Geometry: figures, solids, points, lines and angles."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=36,
    probes=(
        Probe(
            prompt="How much land does a plot enclose whose corners are given in order around its fence?",
            signature="def plot_size(corners: list[tuple[float, float]]) -> float",
            asserts=(
                "assert plot_size([(0, 0), (4, 0), (4, 3), (0, 3)]) == 12",
                "assert plot_size([(0, 0), (2, 0), (0, 2)]) == 2",
                "assert plot_size([(0, 0), (0, 5), (5, 5), (5, 0)]) == 25",
                "assert plot_size([(1, 1), (5, 1), (5, 3), (3, 3), (3, 5), (1, 5)]) == 12",
            ),
            hidden=(
                "assert plot_size([(0, 0), (6, 0), (6, 1), (0, 1)]) == 6",
                "assert plot_size([(0, 0), (1, 0), (0, 1)]) == 0.5",
                "assert plot_size([(2, 2), (2, 4), (6, 4)]) == 4",
                "assert plot_size([(0, 0), (3, 0), (4, 2), (1, 2)]) == 6",
            ),
        ),
        Probe(
            prompt=(
                "Put a rubber band around nails in a board: which nails does it touch at a corner, counterclockwise "
                "from the leftmost, lowest one?"
            ),
            signature="def rubber_band(nails: list[tuple[int, int]]) -> list[tuple[int, int]]",
            asserts=(
                "assert rubber_band([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)]) == [(0, 0), (2, 0), (2, 2), (0, 2)]",
                "assert rubber_band([(3, 3)]) == [(3, 3)]",
                "assert rubber_band([(0, 0), (4, 0), (2, 1), (2, 3)]) == [(0, 0), (4, 0), (2, 3)]",
                "assert rubber_band([(0, 0), (1, 0), (2, 0), (2, 2)]) == [(0, 0), (2, 0), (2, 2)]",
            ),
            hidden=(
                "assert rubber_band([(5, 5), (0, 0), (5, 0), (0, 5), (1, 2)]) == [(0, 0), (5, 0), (5, 5), (0, 5)]",
                "assert rubber_band([(1, 1), (2, 2)]) == [(1, 1), (2, 2)]",
                "assert rubber_band([(0, 3), (1, 1), (0, 0), (2, 0)]) == [(0, 0), (2, 0), (0, 3)]",
                "assert rubber_band([(-1, 0), (1, 0), (0, 2), (0, 1)]) == [(-1, 0), (1, 0), (0, 2)]",
            ),
        ),
        Probe(
            prompt="Is the ship, at the given position, inside the harbour whose border is the polygon?",
            signature="def in_harbour(ship: tuple[float, float], border: list[tuple[float, float]]) -> bool",
            asserts=(
                "assert in_harbour((1, 1), [(0, 0), (3, 0), (3, 3), (0, 3)]) == True",
                "assert in_harbour((4, 1), [(0, 0), (3, 0), (3, 3), (0, 3)]) == False",
                "assert in_harbour((3, 3), [(0, 0), (4, 0), (0, 4)]) == False",
                "assert in_harbour((1, 2), [(0, 0), (4, 0), (0, 4)]) == True",
            ),
            hidden=(
                "assert in_harbour((2, 3), [(0, 0), (4, 0), (4, 4), (2, 1), (0, 4)]) == False",
                "assert in_harbour((0.5, 2), [(0, 0), (4, 0), (4, 4), (2, 1), (0, 4)]) == True",
                "assert in_harbour((-1, 1), [(0, 0), (3, 0), (3, 3), (0, 3)]) == False",
                "assert in_harbour((2.5, 0.5), [(0, 0), (3, 0), (3, 3), (0, 3)]) == True",
            ),
        ),
    ),
)
