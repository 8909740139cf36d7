"""The greatest elements of the beginnings of a list."""

import itertools

from aurora.contracts.component import C, Example, Sorted, component


@component(
    words="running maximum rolling largest so far record high",
    examples=[Example(([3, 1, 4, 1, 5],), [3, 3, 4, 4, 5]), Example(([2],), [2]), Example(([],), [])],
    holds=lambda values, ret: (
        len(ret) == len(values)
        and not any(b < a for a, b in itertools.pairwise(ret))
        and (not ret or ret[-1] == max(values))
    ),
)
def cumulative_max(values: list[C]) -> Sorted[C]:
    """The greatest elements of the beginnings of a list."""
    return list(itertools.accumulate(values, max))
