"""All values that arise when a value is put through functions one after the other, the value itself first."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="trace intermediate results pipeline steps tap",
    examples=[Example((2, [lambda n: n + 1, lambda n: n * 10]), [2, 3, 30]), Example(("a", []), ["a"])],
    holds=lambda value, functions, ret: len(ret) == len(functions) + 1 and ret[0] == value,
)
def pipe_steps(value: T, functions: list[Callable[[T], T]]) -> list[T]:
    """All values that arise when a value is put through functions one after the other, the value itself first."""
    return list(itertools.accumulate(functions, lambda result, f: f(result), initial=value))
