"""What a function gives for each place of a list, from 0, and the element there."""

from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="enumerate apply function with index position",
    examples=[
        Example(([5, 6], lambda place, value: place * value), [0, 6]),
        Example((["a"], lambda place, value: f"{place}{value}"), ["0a"]),
        Example(([], max), []),
    ],
    holds=lambda values, _f, ret: len(ret) == len(values),
)
def map_indexed(values: list[T], f: Callable[[int, T], U]) -> list[U]:
    """What a function gives for each place of a list, from 0, and the element there."""
    return [f(place, value) for place, value in enumerate(values)]
