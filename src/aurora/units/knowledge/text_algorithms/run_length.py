"""The runs of equal neighbours as (item, length)."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="run length encoding compress consecutive counts runs groups rle",
    examples=[
        Example((["a", "a", "b"],), [("a", 2), ("b", 1)]),
        Example(([],), []),
        Example(([1, 2, 1],), [(1, 1), (2, 1), (1, 1)]),
    ],
    holds=lambda items, ret: [item for item, length in ret for _ in range(length)] == items,
)
def run_length(items: list[T]) -> list[tuple[T, int]]:
    """The runs of equal neighbours as (item, length)."""
    return [(item, len(list(run))) for item, run in itertools.groupby(items)]
