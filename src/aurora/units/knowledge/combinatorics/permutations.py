"""All arrangements of the items, in the order of their places."""

import itertools
import math

from aurora.contracts.component import Example, T, component


@component(
    words="permutations all arrangements orders orderings",
    examples=[
        Example(([1, 2, 3],), [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]),
        Example(([],), [[]]),
        Example((["a"],), [["a"]]),
    ],
    holds=lambda items, ret: len(ret) == math.factorial(len(items)) and ret[0] == items,
    cost=2.0,
)
def permutations(items: list[T]) -> list[list[T]]:
    """All arrangements of the items, in the order of their places."""
    return [list(order) for order in itertools.permutations(items)]
