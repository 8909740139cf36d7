"""Whether all elements of a list are equal; true for an empty list."""

from aurora.contracts.component import Example, T, component


@component(
    words="all the same identical elements uniform",
    examples=[Example(([1, 1, 1],), True), Example(([1, 2],), False), Example(([],), True)],
    holds=lambda values, ret: ret == all(a == b for a in values for b in values),
)
def all_equal(values: list[T]) -> bool:
    """Whether all elements of a list are equal; true for an empty list."""
    return all(value == values[0] for value in values)
