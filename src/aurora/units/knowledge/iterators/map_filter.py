"""What a function gives for the elements of a list that meet a condition."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="list comprehension transform matching elements filter then map",
    examples=[
        Example(([1, 2, 3], lambda n: n > 1, lambda n: n * n), [4, 9]),
        Example((["a"], str.isdigit, len), []),
        Example(([], str.isdigit, len), []),
    ],
    holds=lambda values, keep, _f, ret: len(ret) == sum(map(keep, values)),
)
def map_filter(values: list[T], keep: Callable[[T], bool], f: Callable[[T], U]) -> list[U]:
    """What a function gives for the elements of a list that meet a condition."""
    return [f(value) for value in values if keep(value)]
