"""Whether a function gives the same for all elements of a list; true for an empty list."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="same length same key all agree uniform",
    examples=[Example((["ab", "cd"], len), True), Example((["a", "bc"], len), False), Example(([], len), True)],
    holds=lambda values, key, ret: ret == all(key(a) == key(b) for a in values for b in values),
)
def all_equal_by(values: list[T], key: Callable[[T], U]) -> bool:
    """Whether a function gives the same for all elements of a list; true for an empty list."""
    return all(key(value) == key(values[0]) for value in values)
