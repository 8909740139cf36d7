"""The middle element of a list, or the two middle ones when its length is even; none for an empty list."""

from aurora.contracts.component import Example, T, component


@component(
    words="middle center central elements",
    examples=[Example(([1, 2, 3],), [2]), Example(([1, 2, 3, 4],), [2, 3]), Example(([],), [])],
    holds=lambda values, ret: len(ret) == (0 if not values else 2 - len(values) % 2),
)
def middle_of(values: list[T]) -> list[T]:
    """The middle element of a list, or the two middle ones when its length is even; none for an empty list."""
    return values[(len(values) - 1) // 2 : len(values) // 2 + 1] if values else []
