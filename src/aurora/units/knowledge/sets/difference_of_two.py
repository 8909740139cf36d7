"""The values that occur in the first of two lists and not in the second."""

from aurora.contracts.component import Example, K, component


@component(
    words="set difference minus subtract only in first",
    examples=[Example(([1, 2], [2, 3]), {1}), Example(([1], [1]), set()), Example(([], [1]), set())],
    holds=lambda one, other, ret: all(value in one and value not in other for value in ret),
)
def difference_of_two(one: list[K], other: list[K]) -> set[K]:
    """The values that occur in the first of two lists and not in the second."""
    return set(one) - set(other)
