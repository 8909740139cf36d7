"""The key with the greatest value, the first such one; raises ValueError for an empty dictionary."""

from aurora.contracts.component import C, Example, K, component


@component(
    words="argmax key with highest largest maximum value winner best",
    examples=[Example(({"a": 1, "b": 3, "c": 3},), "b"), Example(({"x": -1},), "x")],
    holds=lambda mapping, ret: not any(mapping[ret] < value for value in mapping.values()),
)
def key_of_max_value(mapping: dict[K, C]) -> K:
    """The key with the greatest value, the first such one; raises ValueError for an empty dictionary."""
    return max(mapping, key=lambda key: mapping[key])
