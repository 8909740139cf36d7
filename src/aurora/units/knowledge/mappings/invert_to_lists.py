"""Each value of a dictionary with the list of the keys that have it."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="reverse dictionary group keys by value collect same value",
    examples=[Example(({"a": 1, "b": 2, "c": 1},), {1: ["a", "c"], 2: ["b"]}), Example(({},), {})],
    holds=lambda mapping, ret: sum(len(keys) for keys in ret.values()) == len(mapping),
)
def invert_to_lists(mapping: dict[K, V]) -> dict[V, list[K]]:
    """Each value of a dictionary with the list of the keys that have it."""
    keys: dict[V, list[K]] = {}
    for key, value in mapping.items():
        keys.setdefault(value, []).append(key)
    return keys
