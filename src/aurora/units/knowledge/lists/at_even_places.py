"""The elements of a list at the places 0, 2, 4, ..."""

from aurora.contracts.component import Example, T, component


@component(
    words="even index positions indices every other alternate first",
    examples=[Example(([5, 6, 7],), [5, 7]), Example(([5],), [5]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == (len(values) + 1) // 2,
)
def at_even_places(values: list[T]) -> list[T]:
    """The elements of a list at the places 0, 2, 4, ..."""
    return values[::2]
