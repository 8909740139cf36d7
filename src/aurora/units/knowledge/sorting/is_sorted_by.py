"""Whether a list is in ascending order of what a function gives for its elements."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import C, Example, T, component


@component(
    words="sorted according to key check order criterion",
    examples=[Example((["a", "bb", "cc"], len), True), Example(([-1, 0], abs), False), Example(([], len), True)],
    holds=lambda values, key, ret: ret == (sorted(values, key=key) == values) or not ret,
)
def is_sorted_by(values: list[T], key: Callable[[T], C]) -> bool:
    """Whether a list is in ascending order of what a function gives for its elements."""
    return not any(key(after) < key(before) for before, after in itertools.pairwise(values))
