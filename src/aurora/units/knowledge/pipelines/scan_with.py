"""All results on the way when the elements of a list are put together with a start, the start first."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="scan accumulate running fold prefix results intermediate",
    examples=[Example(([1, 2, 3], lambda total, n: total + n, 0), [0, 1, 3, 6]), Example(([], max, 5), [5])],
    holds=lambda values, _f, start, ret: len(ret) == len(values) + 1 and ret[0] == start,
)
def scan_with(values: list[T], f: Callable[[U, T], U], start: U) -> list[U]:
    """All results on the way when the elements of a list are put together with a start, the start first."""
    return list(itertools.accumulate(values, f, initial=start))
