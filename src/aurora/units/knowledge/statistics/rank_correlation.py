"""How strongly two samples rise together, from -1 to 1.

Spearman 1904: Pearson's coefficient of the ranks.
"""

import bisect
import math

from aurora.contracts.component import Example, component


@component(
    words="spearman rank correlation monotonic relationship",
    examples=[
        Example(([1, 2, 3], [1, 8, 27]), 1.0),
        Example(([1, 2, 3], [9, 4, 1]), -1.0),
        Example(([1, 2, 3], [1, 9, 1]), 0.0),
    ],
    holds=lambda _first, _second, ret: abs(ret) <= 1 + 1e-9,
)
def rank_correlation(first: list[float], second: list[float]) -> float:
    """How strongly two samples rise together, from -1 to 1."""

    def ranks(values: list[float]) -> list[float]:
        ordered = sorted(values)
        centre = len(values) / 2
        return [(bisect.bisect_left(ordered, x) + bisect.bisect_right(ordered, x)) / 2 - centre for x in values]

    a, b = ranks(first), ranks(second)
    together = sum(x * y for x, y in zip(a, b, strict=True))
    return together / math.sqrt(sum(x * x for x in a) * sum(y * y for y in b))
