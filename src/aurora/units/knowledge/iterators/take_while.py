"""The elements of a list before the first one that fails a condition."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="leading elements while predicate holds prefix until",
    examples=[
        Example(([1, 2, 5, 1], lambda n: n < 3), [1, 2]),
        Example((["a"], str.isdigit), []),
        Example(([], str.isdigit), []),
    ],
    holds=lambda values, condition, ret: (
        ret == values[: len(ret)]
        and all(map(condition, ret))
        and not any(map(condition, values[len(ret) : len(ret) + 1]))
    ),
)
def take_while(values: list[T], condition: Callable[[T], bool]) -> list[T]:
    """The elements of a list before the first one that fails a condition."""
    return list(itertools.takewhile(condition, values))
