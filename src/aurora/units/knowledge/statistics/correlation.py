"""How strongly two samples go together on a straight line, from -1 to 1.

Pearson's coefficient; raises `ZeroDivisionError` for a constant sample.
"""

import math

from aurora.contracts.component import Example, component


@component(
    words="correlation coefficient pearson linear relationship two variables",
    examples=[
        Example(([1, 2, 3], [2, 4, 6]), 1.0),
        Example(([0, 1, 2], [1, 0, 1]), 0.0),
        Example(([0, 2], [3, 1]), -1.0),
    ],
    holds=lambda _first, _second, ret: abs(ret) <= 1 + 1e-9,
)
def correlation(first: list[float], second: list[float]) -> float:
    """How strongly two samples go together on a straight line, from -1 to 1."""
    centre, other = sum(first) / len(first), sum(second) / len(second)
    together = sum((x - centre) * (y - other) for x, y in zip(first, second, strict=True))
    return together / math.sqrt(sum((x - centre) ** 2 for x in first) * sum((y - other) ** 2 for y in second))
