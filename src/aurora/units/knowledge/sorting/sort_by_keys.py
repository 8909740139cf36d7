"""The elements of a list in order of the first function, the equal ones in order of the second, and so on."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import C, Example, T, component


@component(
    words="multi key sort several criteria tie break secondary then by",
    examples=[
        Example((["bb", "a", "ab"], [len, lambda s: s[-1]]), ["a", "bb", "ab"]),
        Example(([2, 1], []), [2, 1]),
        Example(([], [len]), []),
    ],
    holds=lambda values, keys, ret: (
        len(ret) == len(values)
        and not any([f(b) for f in keys] < [f(a) for f in keys] for a, b in itertools.pairwise(ret))
    ),
)
def sort_by_keys(values: list[T], keys: list[Callable[[T], C]]) -> list[T]:
    """The elements of a list in order of the first function, the equal ones in order of the second, and so on."""
    return sorted(values, key=lambda value: [key(value) for key in keys])
