"""All ways to take one item from each list, the last list fastest."""

import itertools
import math

from aurora.contracts.component import Example, T, component


@component(
    words="cartesian product all combinations one from each list pairs",
    examples=[
        Example(([[1, 2], [3, 4]],), [[1, 3], [1, 4], [2, 3], [2, 4]]),
        Example(([],), [[]]),
        Example(([[1], []],), []),
    ],
    holds=lambda lists, ret: len(ret) == math.prod(map(len, lists)),
    cost=2.0,
)
def cartesian(lists: list[list[T]]) -> list[list[T]]:
    """All ways to take one item from each list, the last list fastest."""
    return [list(choice) for choice in itertools.product(*lists)]
