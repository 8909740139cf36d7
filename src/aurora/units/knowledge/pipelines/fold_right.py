"""The elements of a list put together with a start, from the last to the first."""

import functools
from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="fold right reduce from the end",
    examples=[
        Example((["a", "b"], lambda s, text: s + text, "!"), "ab!"),
        Example(([1, 2, 3], lambda n, total: n - total, 0), 2),
        Example(([], max, 5), 5),
    ],
    holds=lambda values, _f, start, ret: bool(values) or ret == start,
)
def fold_right(values: list[T], f: Callable[[T, U], U], start: U) -> U:
    """The elements of a list put together with a start, from the last to the first."""
    return functools.reduce(lambda result, value: f(value, result), reversed(values), start)
