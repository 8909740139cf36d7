"""Whether every element of a list is at least as great as the one before it."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="sorted ascending order non decreasing monotonic check",
    examples=[Example(([1, 2, 2, 3],), True), Example(([2, 1],), False), Example(([],), True)],
    holds=lambda values, ret: ret == (sorted(values) == values),
)
def is_sorted(values: list[C]) -> bool:
    """Whether every element of a list is at least as great as the one before it."""
    return not any(after < before for before, after in itertools.pairwise(values))
