"""A list with the element at a place replaced; raises IndexError when there is no such place."""

from aurora.contracts.component import Example, Index, T, component


@component(
    words="set change update element at index position overwrite",
    examples=[Example(([1, 2, 3], 1, 9), [1, 9, 3]), Example(([1, 2], -1, 5), [1, 5]), Example(([4], 0, 4), [4])],
    holds=lambda values, place, value, ret: len(ret) == len(values) and ret[place] == value,
)
def replace_at(values: list[T], place: Index, value: T) -> list[T]:
    """A list with the element at a place replaced; raises IndexError when there is no such place."""
    changed = list(values)
    changed[place] = value
    return changed
