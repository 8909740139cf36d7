"""The first element of a list that meets a condition, or a default."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="first matching element satisfying predicate detect",
    examples=[
        Example(([1, 4, 5], lambda n: n > 2, 0), 4),
        Example(([1], lambda n: n > 2, 0), 0),
        Example(([], lambda n: n > 2, -1), -1),
    ],
    holds=lambda values, condition, default, ret: ret == default or (ret in values and condition(ret)),
)
def find_first(values: list[T], condition: Callable[[T], bool], default: T) -> T:
    """The first element of a list that meets a condition, or a default."""
    return next((value for value in values if condition(value)), default)
