"""The element of a list for which a function gives the most, the first such one; ValueError for an empty list."""

from collections.abc import Callable

from aurora.contracts.component import C, Example, NonEmpty, T, component


@component(
    words="maximum by key largest according to function",
    examples=[Example((["a", "bb", "cc"], len), "bb"), Example(([-3, 2], abs), -3)],
    holds=lambda values, key, ret: ret in values and not any(key(ret) < key(value) for value in values),
)
def max_by(values: NonEmpty[T], key: Callable[[T], C]) -> T:
    """The element of a list for which a function gives the most, the first such one; ValueError for an empty list."""
    return max(values, key=key)
