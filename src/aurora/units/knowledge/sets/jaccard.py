"""The number of common values of two lists divided by the number of all their values; 1.0 for two empty lists."""

from aurora.contracts.component import Example, K, component


@component(
    words="jaccard similarity index overlap intersection over union",
    examples=[Example(([1, 2], [2, 3]), 1 / 3), Example(([1], [1, 1]), 1.0), Example(([], []), 1.0)],
    holds=lambda one, other, ret: 0 <= ret <= 1 and (ret == 1) == (set(one) == set(other)),
)
def jaccard(one: list[K], other: list[K]) -> float:
    """The number of common values of two lists divided by the number of all their values; 1.0 for two empty lists."""
    union = {*one, *other}
    return len(set(one) & set(other)) / len(union) if union else 1.0
