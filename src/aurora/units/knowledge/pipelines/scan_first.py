"""All results on the way when the elements of a list are put together, beginning with the first."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="scan accumulate running reduce prefix results without initial value",
    examples=[Example(([1, 2, 3], lambda a, b: a * b), [1, 2, 6]), Example(([], max), [])],
    holds=lambda values, _f, ret: len(ret) == len(values) and ret[:1] == values[:1],
)
def scan_first(values: list[T], f: Callable[[T, T], T]) -> list[T]:
    """All results on the way when the elements of a list are put together, beginning with the first."""
    return list(itertools.accumulate(values, f))
