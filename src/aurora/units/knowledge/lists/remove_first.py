"""A list without the first element that equals a value, or unchanged when none does."""

from aurora.contracts.component import Example, T, component


@component(
    words="delete single first occurrence once",
    examples=[Example(([1, 2, 1], 1), [2, 1]), Example(([1], 5), [1]), Example(([], 1), [])],
    holds=lambda values, value, ret: ret.count(value) == max(values.count(value) - 1, 0),
)
def remove_first(values: list[T], value: T) -> list[T]:
    """A list without the first element that equals a value, or unchanged when none does."""
    if value not in values:
        return list(values)
    place = values.index(value)
    return values[:place] + values[place + 1 :]
