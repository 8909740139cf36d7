"""A dictionary with keys and values exchanged; of keys with the same value the last one stays."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="swap reverse keys and values flip dictionary",
    examples=[
        Example(({"a": 1, "b": 2},), {1: "a", 2: "b"}),
        Example(({"a": 1, "b": 1},), {1: "b"}),
        Example(({},), {}),
    ],
    holds=lambda mapping, ret: (
        all(mapping[key] == value for value, key in ret.items()) and len(ret) == len(set(mapping.values()))
    ),
)
def invert(mapping: dict[K, V]) -> dict[V, K]:
    """A dictionary with keys and values exchanged; of keys with the same value the last one stays."""
    return {value: key for key, value in mapping.items()}
