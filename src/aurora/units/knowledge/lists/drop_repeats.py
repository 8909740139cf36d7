"""A list in which runs of equal elements are shortened to one element."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="remove consecutive adjacent duplicates collapse compress in a row",
    examples=[Example(([1, 1, 2, 2, 1],), [1, 2, 1]), Example(([5, 5, 5],), [5]), Example(([],), [])],
    holds=lambda values, ret: all(a != b for a, b in itertools.pairwise(ret)) and all(value in ret for value in values),
)
def drop_repeats(values: list[T]) -> list[T]:
    """A list in which runs of equal elements are shortened to one element."""
    return [value for value, _ in itertools.groupby(values)]
