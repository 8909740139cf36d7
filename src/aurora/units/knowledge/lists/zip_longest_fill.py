"""Pairs of the elements of two lists, a fill value standing in where the shorter one has ended."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="pair up unequal lengths pad missing zip longest default",
    examples=[Example(([1, 2], [3], 0), [(1, 3), (2, 0)]), Example(([], [5], 0), [(0, 5)]), Example(([], [], 0), [])],
    holds=lambda one, other, _fill, ret: len(ret) == max(len(one), len(other)),
)
def zip_longest_fill(one: list[T], other: list[T], fill: T) -> list[tuple[T, T]]:
    """Pairs of the elements of two lists, a fill value standing in where the shorter one has ended."""
    return list(itertools.zip_longest(one, other, fillvalue=fill))
