"""The elements of a list that meet a condition on their place, from 0, and themselves."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="keep by index position and value enumerate filter",
    examples=[
        Example(([5, 1, 2], lambda place, value: place == value), [1, 2]),
        Example((["a"], lambda place, _: place > 0), []),
        Example(([], lambda place, _: place > 0), []),
    ],
    holds=lambda values, keep, ret: len(ret) == sum(keep(place, value) for place, value in enumerate(values)),
)
def filter_indexed(values: list[T], keep: Callable[[int, T], bool]) -> list[T]:
    """The elements of a list that meet a condition on their place, from 0, and themselves."""
    return [value for place, value in enumerate(values) if keep(place, value)]
