"""Whether every value of a list occurs in another one, which has more different values."""

from aurora.contracts.component import Example, K, component


@component(
    words="strict proper subset contained smaller",
    examples=[Example(([1, 2], [2, 1, 3]), True), Example(([1, 2], [2, 1, 1]), False), Example(([], [1]), True)],
    holds=lambda part, whole, ret: not ret or len(set(part)) < len(set(whole)),
)
def is_proper_subset(part: list[K], whole: list[K]) -> bool:
    """Whether every value of a list occurs in another one, which has more different values."""
    return set(part) < set(whole)
