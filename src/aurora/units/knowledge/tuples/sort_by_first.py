"""Pairs in ascending order of their first elements; equal ones keep their order."""

import itertools

from aurora.contracts.component import C, Example, T, component


@component(
    words="sort list of tuples by first item",
    examples=[Example(([(2, "a"), (1, "b")],), [(1, "b"), (2, "a")]), Example(([],), [])],
    holds=lambda pairs, ret: len(ret) == len(pairs) and not any(b[0] < a[0] for a, b in itertools.pairwise(ret)),
)
def sort_by_first(pairs: list[tuple[C, T]]) -> list[tuple[C, T]]:
    """Pairs in ascending order of their first elements; equal ones keep their order."""
    return sorted(pairs, key=lambda pair: pair[0])
