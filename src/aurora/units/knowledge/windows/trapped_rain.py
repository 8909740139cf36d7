"""How much water stays above bars of these heights, which are one wide.

Each bar holds water up to the lower of the highest bars to its left and right.
"""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="trapping rain water trapped elevation bars heights",
    examples=[Example(([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1],), 6), Example(([3, 2, 1],), 0), Example(([],), 0)],
    holds=lambda heights, ret: 0 <= ret <= max(heights, default=0) * len(heights),
)
def trapped_rain(heights: list[Nat]) -> int:
    """How much water stays above bars of these heights, which are one wide."""
    left = itertools.accumulate(heights, max)
    right = list(itertools.accumulate(reversed(heights), max))[::-1]
    return sum(min(a, b) - height for a, b, height in zip(left, right, heights, strict=True))
