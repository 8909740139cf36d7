"""The elements of one list that also occur in the other, in the order of the first list."""

from aurora.contracts.component import Example, T, component


@component(
    words="intersection shared in both keep order filter present",
    examples=[Example(([3, 1, 3, 2], [2, 3]), [3, 3, 2]), Example(([1], [2]), []), Example(([], [1]), [])],
    holds=lambda one, other, ret: all(value in one and value in other for value in ret) and len(ret) <= len(one),
)
def common_in_order(one: list[T], other: list[T]) -> list[T]:
    """The elements of one list that also occur in the other, in the order of the first list."""
    return [value for value in one if value in other]
