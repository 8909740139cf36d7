"""The values that occur in exactly one of two lists."""

from aurora.contracts.component import Example, K, component


@component(
    words="symmetric difference exclusive or sets not in both",
    examples=[Example(([1, 2], [2, 3]), {1, 3}), Example(([1], [1]), set()), Example(([], []), set())],
    holds=lambda one, other, ret: all((value in one) != (value in other) for value in ret),
)
def symmetric_difference(one: list[K], other: list[K]) -> set[K]:
    """The values that occur in exactly one of two lists."""
    return set(one) ^ set(other)
