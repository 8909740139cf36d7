"""The elements of a list put together by a function of two, beginning with the first."""

import functools
from collections.abc import Callable

from aurora.contracts.component import Example, NonEmpty, T, component


@component(
    words="fold reduce without initial value combine all elements",
    examples=[Example(([1, 2, 3], lambda a, b: a * b), 6), Example((["x"], max), "x")],
    holds=lambda values, _f, ret: len(values) > 1 or ret == values[0],
)
def reduce_first(values: NonEmpty[T], f: Callable[[T, T], T]) -> T:
    """The elements of a list put together by a function of two, beginning with the first.

    Raises ValueError for an empty list.
    """
    if not values:
        raise ValueError("an empty list has no first element")
    return functools.reduce(f, values)
