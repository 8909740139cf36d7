"""How often each value occurs in a dictionary, in the order of first occurrence."""

import collections

from aurora.contracts.component import Example, K, V, component


@component(
    words="frequency of values histogram how many keys share",
    examples=[Example(({"a": 1, "b": 2, "c": 1},), {1: 2, 2: 1}), Example(({},), {})],
    holds=lambda mapping, ret: sum(ret.values()) == len(mapping),
)
def count_values(mapping: dict[K, V]) -> dict[V, int]:
    """How often each value occurs in a dictionary, in the order of first occurrence."""
    return dict(collections.Counter(mapping.values()))
