"""What a function gives for the elements of a list, put together with a start by another one."""

import functools
from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="map then reduce transform and fold aggregate",
    examples=[Example((["a", "bb"], len, lambda a, b: a + b, 0), 3), Example(([], len, max, 7), 7)],
    holds=lambda values, _f, _combine, start, ret: bool(values) or ret == start,
)
def map_reduce(values: list[T], f: Callable[[T], U], combine: Callable[[U, U], U], start: U) -> U:
    """What a function gives for the elements of a list, put together with a start by another one."""
    return functools.reduce(combine, map(f, values), start)
