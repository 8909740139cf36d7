"""The elements of a list two by two; an odd last one is dropped."""

from aurora.contracts.component import Example, T, component


@component(
    words="group consecutive elements into tuples of two",
    examples=[Example(([1, 2, 3, 4, 5],), [(1, 2), (3, 4)]), Example(([1],), [])],
    holds=lambda values, ret: [value for pair in ret for value in pair] == values[: len(values) // 2 * 2],
)
def into_pairs(values: list[T]) -> list[tuple[T, T]]:
    """The elements of a list two by two; an odd last one is dropped."""
    return list(zip(values[::2], values[1::2], strict=False))
