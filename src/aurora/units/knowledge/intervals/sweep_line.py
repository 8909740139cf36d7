"""How many intervals cover the line: pieces (start, end, count) between neighbouring borders, those with count 0
left out.

Bentley and Ottmann 1979, in one dimension.
"""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="sweep line coverage profile count overlaps skyline pieces",
    examples=[
        Example(([(1, 4), (2, 6)],), [(1, 2, 1), (2, 4, 2), (4, 6, 1)]),
        Example(([(1, 2), (4, 5)],), [(1, 2, 1), (4, 5, 1)]),
        Example(([],), []),
    ],
    holds=lambda intervals, ret: all(0 < count <= len(intervals) and start < end for start, end, count in ret),
)
def sweep_line(intervals: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """How many intervals cover the line: pieces (start, end, count) between neighbouring borders, those with count 0
    left out.
    """
    if any(start > end for start, end in intervals):
        raise ValueError("an interval ends before it starts")
    changes: dict[int, int] = {}
    for start, end in intervals:
        changes[start] = changes.get(start, 0) + 1
        changes[end] = changes.get(end, 0) - 1
    borders = sorted(changes)
    counts = itertools.accumulate(changes[border] for border in borders)
    return [(a, b, count) for a, b, count in zip(borders, borders[1:], counts, strict=False) if count]
