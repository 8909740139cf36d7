"""The longest run of equal elements of a list, the first such one."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="longest consecutive streak repeated in a row same value",
    examples=[Example(([1, 2, 2, 1],), [2, 2]), Example(([1, 2],), [1]), Example(([],), [])],
    holds=lambda values, ret: all(value == ret[0] for value in ret) and bool(ret) == bool(values),
)
def longest_equal_run(values: list[T]) -> list[T]:
    """The longest run of equal elements of a list, the first such one."""
    return max((list(run) for _, run in itertools.groupby(values)), key=len, default=[])
