"""The element of a list for which a function gives the least, the first such one; ValueError for an empty list."""

from collections.abc import Callable

from aurora.contracts.component import C, Example, NonEmpty, T, component


@component(
    words="minimum by key smallest according to function",
    examples=[Example((["bb", "a", "c"], len), "a"), Example(([-3, 2], abs), 2)],
    holds=lambda values, key, ret: ret in values and not any(key(value) < key(ret) for value in values),
)
def min_by(values: NonEmpty[T], key: Callable[[T], C]) -> T:
    """The element of a list for which a function gives the least, the first such one; ValueError for an empty list."""
    return min(values, key=key)
