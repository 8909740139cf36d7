"""The least elements of the beginnings of a list."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="running minimum rolling smallest so far record low",
    examples=[Example(([3, 4, 1, 2],), [3, 3, 1, 1]), Example(([2],), [2]), Example(([],), [])],
    holds=lambda values, ret: (
        len(ret) == len(values)
        and not any(a < b for a, b in itertools.pairwise(ret))
        and (not ret or ret[-1] == min(values))
    ),
)
def cumulative_min(values: list[C]) -> list[C]:
    """The least elements of the beginnings of a list."""
    return list(itertools.accumulate(values, min))
