"""Whether two lists have no value in common."""

from aurora.contracts.component import Example, K, component


@component(
    words="disjoint nothing shared no overlap no common elements",
    examples=[Example(([1, 2], [3]), True), Example(([1, 2], [2]), False), Example(([], []), True)],
    holds=lambda one, other, ret: ret == (not any(value in other for value in one)),
)
def is_disjoint(one: list[K], other: list[K]) -> bool:
    """Whether two lists have no value in common."""
    return set(one).isdisjoint(other)
