"""Whether no element of a list is greater than the one before it."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="sorted descending order non increasing monotonic decreasing check",
    examples=[Example(([3, 2, 2],), True), Example(([1, 2],), False), Example(([],), True)],
    holds=lambda values, ret: ret == (sorted(values) == values[::-1]),
)
def is_sorted_descending(values: list[C]) -> bool:
    """Whether no element of a list is greater than the one before it."""
    return not any(before < after for before, after in itertools.pairwise(values))
