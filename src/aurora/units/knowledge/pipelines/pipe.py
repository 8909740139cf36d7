"""A value put through functions one after the other."""

import functools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="pipeline compose chain functions in sequence left to right",
    examples=[Example((2, [lambda n: n + 1, lambda n: n * 10]), 30), Example(("a", []), "a")],
    holds=lambda value, functions, ret: bool(functions) or ret == value,
)
def pipe(value: T, functions: list[Callable[[T], T]]) -> T:
    """A value put through functions one after the other."""
    return functools.reduce(lambda result, f: f(result), functions, value)
