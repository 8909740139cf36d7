"""Pairs in ascending order of their second elements; equal ones keep their order."""

import itertools

from aurora.contracts.component import C, Example, T, component


@component(
    words="sort list of tuples by second last item value",
    examples=[Example(([("a", 2), ("b", 1)],), [("b", 1), ("a", 2)]), Example(([],), [])],
    holds=lambda pairs, ret: len(ret) == len(pairs) and not any(b[1] < a[1] for a, b in itertools.pairwise(ret)),
)
def sort_by_second(pairs: list[tuple[T, C]]) -> list[tuple[T, C]]:
    """Pairs in ascending order of their second elements; equal ones keep their order."""
    return sorted(pairs, key=lambda pair: pair[1])
