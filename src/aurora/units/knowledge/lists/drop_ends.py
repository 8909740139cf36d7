"""A list without its first and its last element."""

from aurora.contracts.component import Example, T, component


@component(
    words="inner trim both ends remove first and last interior",
    examples=[Example(([1, 2, 3, 4],), [2, 3]), Example(([1],), []), Example(([],), [])],
    holds=lambda values, ret: len(ret) == max(len(values) - 2, 0),
)
def drop_ends(values: list[T]) -> list[T]:
    """A list without its first and its last element."""
    return values[1:-1]
