"""The elements of a list from the first one on that fails a condition."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="skip leading elements while predicate holds rest after",
    examples=[
        Example(([1, 2, 5, 1], lambda n: n < 3), [5, 1]),
        Example((["1"], str.isdigit), []),
        Example(([], str.isdigit), []),
    ],
    holds=lambda values, condition, ret: ret == values[len(values) - len(ret) :] and not any(map(condition, ret[:1])),
)
def drop_while(values: list[T], condition: Callable[[T], bool]) -> list[T]:
    """The elements of a list from the first one on that fails a condition."""
    return list(itertools.dropwhile(condition, values))
