"""Whether every value of a list occurs in another one."""

from aurora.contracts.component import Example, K, component


@component(
    words="subset contained in all elements included",
    examples=[Example(([1, 1, 2], [2, 1, 3]), True), Example(([1, 4], [1, 2]), False), Example(([], []), True)],
    holds=lambda part, whole, ret: ret == (not [value for value in part if value not in whole]),
)
def is_subset(part: list[K], whole: list[K]) -> bool:
    """Whether every value of a list occurs in another one."""
    return set(part) <= set(whole)
