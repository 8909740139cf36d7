"""The key with the least value, the first such one; raises ValueError for an empty dictionary."""

from aurora.contracts.component import C, Example, K, component


@component(
    words="argmin key with lowest smallest minimum value",
    examples=[Example(({"a": 3, "b": 1, "c": 1},), "b"), Example(({"x": -1},), "x")],
    holds=lambda mapping, ret: not any(value < mapping[ret] for value in mapping.values()),
)
def key_of_min_value(mapping: dict[K, C]) -> K:
    """The key with the least value, the first such one; raises ValueError for an empty dictionary."""
    return min(mapping, key=lambda key: mapping[key])
