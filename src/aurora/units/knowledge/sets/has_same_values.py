"""Whether two lists have the same different values, whatever their order and number."""

from aurora.contracts.component import Example, K, component


@component(
    words="same set equal ignoring order and duplicates",
    examples=[Example(([1, 2, 1], [2, 1]), True), Example(([1], [1, 2]), False), Example(([], []), True)],
    holds=lambda one, other, ret: (
        ret == (all(value in other for value in one) and all(value in one for value in other))
    ),
)
def has_same_values(one: list[K], other: list[K]) -> bool:
    """Whether two lists have the same different values, whatever their order and number."""
    return set(one) == set(other)
