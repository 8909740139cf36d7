"""A list without the elements at its beginning and end that meet a condition."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, component


@component(
    words="strip both ends leading trailing predicate",
    examples=[
        Example(([0, 1, 0, 2, 0], lambda n: n == 0), [1, 0, 2]),
        Example(([0], lambda n: n == 0), []),
        Example(([], lambda n: n == 0), []),
    ],
    holds=lambda values, condition, ret: len(ret) <= len(values) and not any(map(condition, ret[:1] + ret[-1:])),
)
def trim_where(values: list[T], condition: Callable[[T], bool]) -> list[T]:
    """A list without the elements at its beginning and end that meet a condition."""
    rest = list(itertools.dropwhile(condition, values))
    return list(itertools.dropwhile(condition, rest[::-1]))[::-1]
