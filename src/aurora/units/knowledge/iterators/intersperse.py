"""A list with a separator between its elements."""

from aurora.contracts.component import Example, T, component


@component(
    words="insert between every element delimiter join",
    examples=[Example(([1, 2, 3], 0), [1, 0, 2, 0, 3]), Example((["a"], "-"), ["a"]), Example(([], 0), [])],
    holds=lambda values, separator, ret: ret[::2] == values and all(value == separator for value in ret[1::2]),
)
def intersperse(values: list[T], separator: T) -> list[T]:
    """A list with a separator between its elements."""
    return [value for element in values for value in (separator, element)][1:]
