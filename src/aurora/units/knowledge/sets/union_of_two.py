"""The values that occur in one of two lists or in both."""

from aurora.contracts.component import Example, K, component


@component(
    words="union combine distinct either list",
    examples=[Example(([1, 2], [2, 3]), {1, 2, 3}), Example(([1], []), {1}), Example(([], []), set())],
    holds=lambda one, other, ret: (
        set(one) <= ret and set(other) <= ret and all(value in one or value in other for value in ret)
    ),
)
def union_of_two(one: list[K], other: list[K]) -> set[K]:
    """The values that occur in one of two lists or in both."""
    return {*one, *other}
