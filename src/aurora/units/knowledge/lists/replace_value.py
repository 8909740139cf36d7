"""A list with every element that equals a value replaced by another one."""

from aurora.contracts.component import Example, T, component


@component(
    words="substitute all occurrences change every old new",
    examples=[Example(([1, 2, 1], 1, 9), [9, 2, 9]), Example(([1], 5, 6), [1]), Example(([], 0, 1), [])],
    holds=lambda values, old, new, ret: len(ret) == len(values) and (old == new or old not in ret),
)
def replace_value(values: list[T], old: T, new: T) -> list[T]:
    """A list with every element that equals a value replaced by another one."""
    return [new if value == old else value for value in values]
