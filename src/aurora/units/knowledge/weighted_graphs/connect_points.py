"""The lowest total distance along the axes of lines that join all points.

Prim 1957, the nearest point to those joined next, quadratic time.
"""

from aurora.contracts.component import Example, component


@component(
    words="connect all points minimum cost manhattan spanning tree",
    examples=[
        Example(([(0, 0), (2, 2), (3, 10), (5, 2), (7, 0)],), 20),
        Example(([(1, 1)],), 0),
        Example(([(0, 0), (1, 1)],), 2),
    ],
    holds=lambda points, ret: (ret == 0) == (len(set(points)) < 2),
)
def connect_points(points: list[tuple[int, int]]) -> int:
    """The lowest total distance along the axes of lines that join all points."""
    far: dict[int, int] = dict.fromkeys(range(1, len(points)), -1)
    last = total = 0
    while far:
        x, y = points[last]
        for place, known in far.items():
            away = abs(points[place][0] - x) + abs(points[place][1] - y)
            far[place] = away if known < 0 else min(known, away)
        last = min(far, key=far.__getitem__)
        total += far.pop(last)
    return total
