"""The different orders of the elements of a list, ascending; equal elements are not told apart."""

import itertools

from aurora.contracts.component import C, Example, component


@component(
    words="permute distinct permutations with duplicates unique arrangements anagrams",
    examples=[
        Example(([1, 1, 2],), [[1, 1, 2], [1, 2, 1], [2, 1, 1]]),
        Example((["a"],), [["a"]]),
        Example(([],), [[]]),
    ],
    holds=lambda values, ret: (
        all(sorted(order) == sorted(values) for order in ret) and all(a < b for a, b in itertools.pairwise(ret))
    ),
    cost=2.0,
)
def distinct_orders(values: list[C]) -> list[list[C]]:
    """The different orders of the elements of a list, ascending; equal elements are not told apart.

    Raises ValueError for more than 9 elements.
    """
    if len(values) > 9:
        raise ValueError("more than 9 elements have too many orders")
    return [list(order) for order in sorted(set(itertools.permutations(values)))]
