"""All selections of elements of a list in their order, from the empty one to the whole, by size."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="power set all subsets combinations of every length",
    examples=[
        Example(([1, 2, 3],), [[], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]]),
        Example(([5],), [[], [5]]),
        Example(([],), [[]]),
    ],
    holds=lambda values, ret: len(ret) == 2 ** len(values) and ret[0] == [] and ret[-1] == values,
    cost=2.0,
)
def powerset(values: list[T]) -> list[list[T]]:
    """All selections of elements of a list in their order, from the empty one to the whole, by size.

    Raises ValueError for more than 16 elements.
    """
    if len(values) > 16:
        raise ValueError("more than 16 elements have too many selections")
    return [list(part) for size in range(len(values) + 1) for part in itertools.combinations(values, size)]
