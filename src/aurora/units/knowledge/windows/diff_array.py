"""The difference of each number from the one before."""

import itertools

from aurora.contracts.component import Example, N, component


@component(
    words="differences between consecutive neighbours deltas changes steps",
    examples=[Example(([1, 4, 9],), [3, 5]), Example(([7],), []), Example(([],), [])],
    holds=lambda numbers, ret: len(ret) == max(0, len(numbers) - 1),
)
def diff_array(numbers: list[N]) -> list[N]:
    """The difference of each number from the one before."""
    return [later - earlier for earlier, later in itertools.pairwise(numbers)]
