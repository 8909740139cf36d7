"""The elements of a list at the places 1, 3, 5, ..."""

from aurora.contracts.component import Example, T, component


@component(
    words="odd index positions indices every other alternate second",
    examples=[Example(([5, 6, 7, 8],), [6, 8]), Example(([5],), []), Example(([],), [])],
    holds=lambda values, ret: len(ret) == len(values) // 2,
)
def at_odd_places(values: list[T]) -> list[T]:
    """The elements of a list at the places 1, 3, 5, ..."""
    return values[1::2]
