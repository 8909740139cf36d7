"""The keys whose value equals a given one, in their order."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="find keys by value reverse lookup",
    examples=[Example(({"a": 1, "b": 2, "c": 1}, 1), ["a", "c"]), Example(({"a": 1}, 5), []), Example(({}, 1), [])],
    holds=lambda mapping, value, ret: len(ret) == list(mapping.values()).count(value),
)
def keys_with_value(mapping: dict[K, V], value: V) -> list[K]:
    """The keys whose value equals a given one, in their order."""
    return [key for key, candidate in mapping.items() if candidate == value]
