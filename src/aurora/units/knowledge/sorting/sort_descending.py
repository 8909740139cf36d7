"""The elements of a list, the greatest first."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="sort reverse decreasing order largest to smallest high to low",
    examples=[Example(([1, 3, 2],), [3, 2, 1]), Example((["a", "b"],), ["b", "a"]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(values) and not any(a < b for a, b in itertools.pairwise(ret)),
)
def sort_descending(values: list[C]) -> list[C]:
    """The elements of a list, the greatest first."""
    return sorted(values, reverse=True)
