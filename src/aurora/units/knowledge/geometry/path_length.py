"""The length of an open way from point to point."""

import itertools
import math

from aurora.contracts.component import Example, component


@component(
    words="path length total distance travelled points polyline route trajectory",
    examples=[Example(([(0, 0), (3, 4), (3, 5)],), 6.0), Example(([(2, 2)],), 0.0), Example(([],), 0.0)],
    holds=lambda points, ret: ret >= 0 and (len(points) < 2 or ret >= math.dist(points[0], points[-1]) * (1 - 1e-9)),
)
def path_length(points: list[tuple[float, float]]) -> float:
    """The length of an open way from point to point."""
    return float(sum(math.dist(a, b) for a, b in itertools.pairwise(points)))
