"""A list without the element at a place; raises IndexError when there is no such place."""

from aurora.contracts.component import Example, Index, T, component


@component(
    words="delete drop element at index position pop",
    examples=[Example(([1, 2, 3], 1), [1, 3]), Example(([1, 2, 3], -1), [1, 2]), Example(([9], 0), [])],
    holds=lambda values, place, ret: (
        len(ret) == len(values) - 1 and ret[: place % len(values)] == values[: place % len(values)]
    ),
)
def remove_at(values: list[T], place: Index) -> list[T]:
    """A list without the element at a place; raises IndexError when there is no such place."""
    rest = list(values)
    del rest[place]
    return rest
