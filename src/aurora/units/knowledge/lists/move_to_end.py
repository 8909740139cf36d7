"""A list in which all elements that equal a value stand at the end, the others in their order."""

from aurora.contracts.component import Example, T, component


@component(
    words="push zeros to end move all occurrences back shift",
    examples=[Example(([0, 1, 0, 2], 0), [1, 2, 0, 0]), Example(([1, 2], 5), [1, 2]), Example(([], 0), [])],
    holds=lambda values, value, ret: (
        len(ret) == len(values) and ret[len(ret) - values.count(value) :] == [value] * values.count(value)
    ),
)
def move_to_end(values: list[T], value: T) -> list[T]:
    """A list in which all elements that equal a value stand at the end, the others in their order."""
    return [other for other in values if other != value] + [other for other in values if other == value]
