"""What a function of two gives for each element of a list and the one after it."""

import itertools
from collections.abc import Callable

from aurora.contracts.component import Example, T, U, component


@component(
    words="pairwise apply neighbours consecutive elements combine",
    examples=[Example(([1, 4, 9], lambda a, b: b - a), [3, 5]), Example((["a"], max), []), Example(([], max), [])],
    holds=lambda values, _f, ret: len(ret) == max(len(values) - 1, 0),
)
def map_adjacent(values: list[T], f: Callable[[T, T], U]) -> list[U]:
    """What a function of two gives for each element of a list and the one after it."""
    return [f(a, b) for a, b in itertools.pairwise(values)]
