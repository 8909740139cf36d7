"""The values that occur in both of two lists."""

from aurora.contracts.component import Example, K, component


@component(
    words="intersection common shared elements both lists",
    examples=[Example(([1, 2], [2, 3]), {2}), Example(([1], []), set()), Example(([1, 1], [1]), {1})],
    holds=lambda one, other, ret: all(value in one and value in other for value in ret),
)
def intersection_of_two(one: list[K], other: list[K]) -> set[K]:
    """The values that occur in both of two lists."""
    return set(one) & set(other)
