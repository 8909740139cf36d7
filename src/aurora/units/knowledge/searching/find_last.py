"""The last element of a list that meets a condition, or a default."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="last matching element satisfying predicate from the end",
    examples=[
        Example(([4, 5, 1], lambda n: n > 2, 0), 5),
        Example(([1], lambda n: n > 2, 0), 0),
        Example(([], lambda n: n > 2, -1), -1),
    ],
    holds=lambda values, condition, default, ret: ret == default or (ret in values and condition(ret)),
)
def find_last(values: list[T], condition: Callable[[T], bool], default: T) -> T:
    """The last element of a list that meets a condition, or a default."""
    return next((value for value in reversed(values) if condition(value)), default)
