"""The smallest distance between two of the points.

Sweep from left to right with the points of the last strip ordered by y, Hinrichs, Nievergelt and Schorn 1988.
"""

import bisect
import math

from aurora.contracts.component import Example, component


@component(
    words="closest pair of points smallest minimum distance nearest two",
    examples=[
        Example(([(0, 0), (3, 4), (10, 10), (10, 11)],), 1.0),
        Example(([(1, 1), (1, 1)],), 0.0),
        Example(([(0, 0), (0, 5)],), 5.0),
    ],
    holds=lambda points, ret: ret <= math.dist(points[0], points[1]) and (ret == 0) == (len(set(points)) < len(points)),
)
def closest_pair(points: list[tuple[float, float]]) -> float:
    """The smallest distance between two of the points."""
    if len(points) < 2:
        raise ValueError("two points are needed")
    ordered = sorted(points)
    strip: list[tuple[float, float]] = []
    best = math.inf
    left = 0
    for x, y in ordered:
        while ordered[left][0] < x - best:
            strip.remove((ordered[left][1], ordered[left][0]))
            left += 1
        place = bisect.bisect_left(strip, (y - best, -math.inf))
        while place < len(strip) and strip[place][0] <= y + best:
            best = min(best, math.dist((y, x), strip[place]))
            place += 1
        bisect.insort(strip, (y, x))
    return best
