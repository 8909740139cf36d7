"""A list with a value inserted before a place."""

from aurora.contracts.component import Example, T, component


@component(
    words="insert put add element at index position",
    examples=[Example(([1, 3], 1, 2), [1, 2, 3]), Example(([1], 5, 2), [1, 2]), Example(([], 0, 1), [1])],
    holds=lambda values, _place, value, ret: len(ret) == len(values) + 1 and value in ret,
)
def insert_at(values: list[T], place: int, value: T) -> list[T]:
    """A list with a value inserted before a place."""
    return [*values[:place], value, *values[place:]]
