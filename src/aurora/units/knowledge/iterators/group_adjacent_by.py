"""A list cut into runs of elements for which a function gives the same."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="consecutive groups by key neighbours same category groupby",
    examples=[
        Example(([1, 3, 2, 4, 5], lambda n: n % 2), [[1, 3], [2, 4], [5]]),
        Example((["a"], len), [["a"]]),
        Example(([], len), []),
    ],
    holds=lambda values, key, ret: (
        [value for part in ret for value in part] == values
        and all(key(a) != key(b) for (a, *_), (b, *_) in itertools.pairwise(ret))
    ),
)
def group_adjacent_by(values: list[T], key: Callable[[T], U]) -> list[list[T]]:
    """A list cut into runs of elements for which a function gives the same."""
    return [list(run) for _, run in itertools.groupby(values, key)]
