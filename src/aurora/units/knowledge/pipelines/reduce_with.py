"""The elements of a list put together with a start by a function of the result so far and an element."""

import functools
from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="fold left reduce accumulate aggregate with initial value",
    examples=[
        Example(([1, 2, 3], lambda total, n: total + n, 10), 16),
        Example((["a", "b"], lambda text, s: s + text, ""), "ba"),
        Example(([], max, 5), 5),
    ],
    holds=lambda values, _f, start, ret: bool(values) or ret == start,
)
def reduce_with(values: list[T], f: Callable[[U, T], U], start: U) -> U:
    """The elements of a list put together with a start by a function of the result so far and an element."""
    return functools.reduce(f, values, start)
