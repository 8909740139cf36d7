"""The corners of the smallest convex polygon around points, counterclockwise from the leftmost, lowest one.

Andrew 1979, monotone chain; points on an edge are left out.
"""

from aurora.contracts.component import Example, N, component


@component(
    words="convex hull outer points rubber band enclosing polygon monotone chain graham",
    examples=[
        Example(([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)],), [(0, 0), (2, 0), (2, 2), (0, 2)]),
        Example(([(1, 1), (1, 1)],), [(1, 1)]),
        Example(([],), []),
    ],
    holds=lambda points, ret: set(ret) <= set(points) and (not points or (min(points) in ret and max(points) in ret)),
)
def convex_hull(points: list[tuple[N, N]]) -> list[tuple[N, N]]:
    """The corners of the smallest convex polygon around points, counterclockwise from the leftmost, lowest one."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    hull: list[tuple[N, N]] = []
    for chain in (ordered, ordered[::-1]):
        start = len(hull)
        for x, y in chain:
            while len(hull) - start > 1:
                (x0, y0), (x1, y1) = hull[-2:]
                if (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) > 0:
                    break
                hull.pop()
            hull.append((x, y))
        hull.pop()
    return hull
